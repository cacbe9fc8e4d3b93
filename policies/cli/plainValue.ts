import { isSecret } from "../shared/secretPaths";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A value out of a file in the form that the pack judges: secrets opened, and what stays closed as unknown. */
export function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== "object" || value === null) return value;
  if (isSecret(value)) {
    return typeof value["plaintext"] === "string" ? plainValue(opened(value["plaintext"])) : unknown;
  }
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plainValue(field)]));
}

/** A secret is written as JSON text. */
function opened(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
