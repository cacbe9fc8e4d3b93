import { joinPath } from "./node";

/** How Pulumi marks a secret on the wire and in files. */
export const signatureKey = "4dabf18193072939515e22adb298388d";
export const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

export function isSecret(value: object): value is Record<string, unknown> {
  return (value as Record<string, unknown>)[signatureKey] === secretSignature;
}

/** The paths of all values that are marked as secret. What lies inside one is not named again. */
export function secretPaths(value: unknown, path = "", found = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== "object" || value === null) return found;
  if (isSecret(value)) return found.add(path);
  const fields: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, field] of fields) secretPaths(field, joinPath(path, key), found);
  return found;
}

/** Whether a value at this path is secret, lies inside a secret or holds one. */
export function touchesSecret(path: string, secrets: ReadonlySet<string>): boolean {
  return [...secrets].some((secret) => isWithin(path, secret) || isWithin(secret, path));
}

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || outer === "" || (inner.startsWith(outer) && /^[.[]/.test(inner.slice(outer.length)));
}
