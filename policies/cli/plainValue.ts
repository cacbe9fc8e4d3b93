const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A value out of a file in the form that the pack judges: secrets opened, and what stays closed as unknown. */
export function plainValue(value: unknown): unknown {
  // What a preview writes in place of a secret.
  if (value === "[secret]") return unknown;
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== "object" || value === null) return value;
  const fields = value as Record<string, unknown>;
  if (fields[signature] === secretSignature) {
    return typeof fields["plaintext"] === "string" ? plainValue(JSON.parse(fields["plaintext"])) : unknown;
  }
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, plainValue(field)]));
}
