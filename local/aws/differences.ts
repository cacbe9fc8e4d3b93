import type { TypeSchema } from "./schema";
import { isSet } from "./sets";
import { isObject, same } from "./values";

export type Kind = "add" | "delete" | "update";

/** The paths below `path` at which two values differ. */
export function differences(schema: TypeSchema, path: string, old: unknown, now: unknown): [string, Kind][] {
  if (same(old, now)) return [];
  if (old === undefined) return [[path, "add"]];
  if (now === undefined) return [[path, "delete"]];
  if (Array.isArray(old) && Array.isArray(now)) {
    if (isSet(schema, path)) return membersThatDiffer(schema, path, old, now);
    const length = Math.max(old.length, now.length);
    return Array.from({ length }, (_, index) =>
      differences(schema, `${path}[${index}]`, old[index], now[index]),
    ).flat();
  }
  if (isObject(old) && isObject(now)) {
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    return keys.flatMap((key) => differences(schema, `${path}${keyPath(key)}`, old[key], now[key]));
  }
  return [[path, "update"]];
}

/** Of two sets what is in one alone, named by the place where the program has it, or where it was. */
function membersThatDiffer(schema: TypeSchema, path: string, old: unknown[], now: unknown[]): [string, Kind][] {
  const left = new Map(old.map((member, index) => [index, member]));
  const added: number[] = [];
  now.forEach((member, place) => {
    const at = (index: number): string => `${path}[${index}]`;
    const twin = [...left].find(([index, other]) => differences(schema, at(index), other, member).length === 0);
    if (twin === undefined) added.push(place);
    else left.delete(twin[0]);
  });
  const gone = [...left.keys()];
  const places = new Map<string, Kind>(gone.map((index) => [`${path}[${index}]`, "delete"]));
  for (const index of added) places.set(`${path}[${index}]`, gone.length > 0 ? "update" : "add");
  return [...places];
}

/** Keys that hold dots or brackets (tags do) are quoted in a property path. */
function keyPath(key: string): string {
  return /^[A-Za-z0-9_$-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
