import { UNKNOWN } from "./contract";

export type Fields = Record<string, unknown>;

export interface Found {
  path: string;
  value: unknown;
}

/** A whole value or a text that was put together from one can be unknown. */
export function isUnknown(value: unknown): boolean {
  return typeof value === "string" && value.includes(UNKNOWN);
}

export function hasUnknown(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some(hasUnknown);
  return isUnknown(value);
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every known, present value at a path such as `rules[].filters[].value`, with the path it was found at. */
export function valuesAt(root: unknown, path: string): Found[] {
  return path
    .split(".")
    .reduce<Found[]>((found, step) => found.flatMap((one) => stepInto(one, step)), [{ path: "", value: root }]);
}

/** The known value at a path without `[]`, or undefined. */
export function valueAt(root: unknown, path: string): unknown {
  return valuesAt(root, path)[0]?.value;
}

export function textAt(root: unknown, path: string): string | undefined {
  const value = valueAt(root, path);
  return typeof value === "string" ? value : undefined;
}

export function numberAt(root: unknown, path: string): number | undefined {
  const value = valueAt(root, path);
  return typeof value === "number" ? value : undefined;
}

/** The array at a path, unknown elements included; undefined when it is absent or unknown as a whole. */
export function listAt(root: unknown, path: string): unknown[] | undefined {
  const value = valueAt(root, path);
  return Array.isArray(value) ? value : undefined;
}

export interface FoundRecord {
  path: string;
  value: Fields;
}

export function recordsAt(root: unknown, path: string): FoundRecord[] {
  return valuesAt(root, path).flatMap(({ path: at, value }) => (isRecord(value) ? [{ path: at, value }] : []));
}

/** True when something is written there, known or not. */
export function isSet(root: unknown, path: string): boolean {
  const steps = path.split(".");
  let value: unknown = root;
  for (const step of steps) {
    if (isUnknown(value)) return true;
    if (!isRecord(value)) return false;
    value = value[step];
  }
  return value !== undefined && value !== null;
}

function stepInto({ path, value }: Found, step: string): Found[] {
  const name = step.replace(/\[\]$/, "");
  if (!isRecord(value)) return [];
  const next = value[name];
  const nextPath = path === "" ? name : `${path}.${name}`;
  if (!step.endsWith("[]")) return isPresent(next) ? [{ path: nextPath, value: next }] : [];
  if (!Array.isArray(next)) return [];
  return next.flatMap((item, index) => (isPresent(item) ? [{ path: `${nextPath}[${index}]`, value: item }] : []));
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && !isUnknown(value);
}

/** True on an update that leaves the top-level input of the path as it is: AWS is not asked about it again. */
export function isUnchanged(call: { operation: string; inputs: Fields; old?: Fields }, path: string): boolean {
  const [name = path] = path.split(/[.[]/);
  return call.operation === "update" && JSON.stringify(call.old?.[name]) === JSON.stringify(call.inputs[name]);
}
