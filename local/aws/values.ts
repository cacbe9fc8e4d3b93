import { UNKNOWN } from "./refusals/contract";

/** Signatures of Pulumi's wire format (pulumi/pulumi, sdk/go/common/resource/properties.go). */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";

export { UNKNOWN };

export type Properties = Record<string, unknown>;

export function isObject(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isSecret(value: unknown): boolean {
  return isObject(value) && value[SIGNATURE] === SECRET;
}

export function secret(value: unknown): unknown {
  return isSecret(value) ? value : { [SIGNATURE]: SECRET, value };
}

/** The value with every secret opened, at any depth. */
export function reveal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reveal);
  if (!isObject(value)) return value;
  if (value[SIGNATURE] === SECRET) return reveal(value["value"]);
  return mapValues(value, reveal);
}

export function revealAll(properties: Properties): Properties {
  return reveal(properties) as Properties;
}

export function containsSecret(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(containsSecret);
  if (!isObject(value)) return false;
  return isSecret(value) || Object.values(value).some(containsSecret);
}

export function containsUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.some(containsUnknown);
  return isObject(value) && Object.values(value).some(containsUnknown);
}

/** Turns what only the engine needs (output values, references to resources) into plain, secret or unknown values. */
export function simplify(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplify);
  if (!isObject(value)) return value;
  if (value[SIGNATURE] === OUTPUT) {
    const inner = "value" in value ? simplify(value["value"]) : UNKNOWN;
    return value["secret"] === true ? secret(inner) : inner;
  }
  if (value[SIGNATURE] === REFERENCE) return value["id"] === "" ? UNKNOWN : value["id"];
  return mapValues(value, simplify);
}

export function mapValues(object: Properties, change: (value: unknown) => unknown): Properties {
  const result: Properties = {};
  for (const key in object) {
    const value = change(object[key]);
    if (value !== undefined) result[key] = value;
  }
  return result;
}

export function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : withoutUndefined(item)));
  return isObject(value) ? mapValues(value, withoutUndefined) : value;
}

/** Two values that mean the same: equal, or JSON documents of equal content. */
export function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left === "string" && typeof right === "string") return sameDocument(left, right);
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => same(item, right[index]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => same(left[key], right[key]));
}

function sameDocument(left: string, right: string): boolean {
  if (!/^\s*[[{]/.test(left) || !/^\s*[[{]/.test(right)) return false;
  try {
    return same(JSON.parse(left), JSON.parse(right));
  } catch {
    return false;
  }
}
