import ipaddr from "ipaddr.js";
import { closest } from "fastest-levenshtein";
import type { Rule } from "./rules";
import { refusal, withPaths } from "./rules";
import { isUnknown, valuesAt } from "./paths";

/** What is wrong with a value and what to write instead; undefined when it is fine. */
export type Check = (value: unknown) => string | undefined;

/** A rule from a table: path in the inputs -> what must hold there. */
export function fields(code: string, table: Record<string, Check>): Rule {
  return withPaths(Object.keys(table), (call) =>
    Object.entries(table).flatMap(([where, check]) =>
      valuesAt(call.inputs, where).flatMap(({ path, value }) => {
        const problem = check(value);
        return problem === undefined ? [] : [refusal(code, path, `${path} is ${show(value)}: ${problem}.`)];
      }),
    ),
  );
}

export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

export function oneOf(...allowed: readonly (string | number)[]): Check {
  return (value) => {
    if (allowed.some((one) => one === value)) return undefined;
    const names = allowed.map(String);
    return `use one of ${names.join(", ")} (nearest: ${closest(String(value), names)})`;
  };
}

export function matches(pattern: RegExp, words: string): Check {
  return (value) => (typeof value === "string" && !pattern.test(value) ? `use ${words}` : undefined);
}

export function characters(min: number, max: number): Check {
  return (value) => {
    if (typeof value !== "string" || (value.length >= min && value.length <= max)) return undefined;
    return `use ${min} to ${max} characters, it has ${value.length}`;
  };
}

export function between(min: number, max: number): Check {
  return (value) => {
    const number = typeof value === "string" ? Number(value) : value;
    if (typeof number !== "number" || (number >= min && number <= max)) return undefined;
    return `use a number from ${min} to ${max}`;
  };
}

export function wholeNumber(min: number, max: number): Check {
  return (value) => between(min, max)(value) ?? (Number.isInteger(Number(value)) ? undefined : "use a whole number");
}

export function items(min: number, max: number): Check {
  return (value) => {
    if (!Array.isArray(value) || (value.length >= min && value.length <= max)) return undefined;
    return `use ${min} to ${max} elements, it has ${value.length}`;
  };
}

/** A name: its characters and its length. */
export function named(min: number, max: number, pattern: RegExp, words: string): Check {
  return first(characters(min, max), matches(pattern, words));
}

export function first(...checks: readonly Check[]): Check {
  return (value) => checks.map((check) => check(value)).find((problem) => problem !== undefined);
}

/** An ARN of the service (and resource kind), for example `arn("iam", "role/")`. */
export function arnOf(service: string, resource = ""): Check {
  const pattern = new RegExp(`^arn:aws[a-z-]*:(${service}):[a-z0-9-]*:[0-9]*:${resource}`);
  const kind = resource === "" ? "" : ` of the form …:${resource}…`;
  return matches(pattern, `an ARN of ${service.replaceAll("|", " or ")}${kind}`);
}

export const json: Check = (value) => {
  if (typeof value !== "string" || isUnknown(value)) return undefined;
  try {
    JSON.parse(value);
    return undefined;
  } catch (error) {
    return `it is not JSON (${error instanceof Error ? error.message : String(error)}); build it with JSON.stringify or pulumi.jsonStringify`;
  }
};

export const port: Check = wholeNumber(1, 65535);

export const ipv4Cidr: Check = (value) => cidr(value, "ipv4", "10.0.0.0/16");
export const ipv6Cidr: Check = (value) => cidr(value, "ipv6", "::/0");

function cidr(value: unknown, kind: "ipv4" | "ipv6", example: string): string | undefined {
  if (typeof value !== "string") return undefined;
  if (!ipaddr.isValidCIDR(value)) return `it is not a valid CIDR block; write it like ${example}`;
  const [address, bits] = ipaddr.parseCIDR(value);
  if (address.kind() !== kind)
    return `it is not an ${kind === "ipv4" ? "IPv4" : "IPv6"} CIDR block; write it like ${example}`;
  const network =
    kind === "ipv4" ? ipaddr.IPv4.networkAddressFromCIDR(value) : ipaddr.IPv6.networkAddressFromCIDR(value);
  if (network.toString() === address.toString()) return undefined;
  return `it has bits set after the prefix; write ${network.toString()}/${bits}`;
}
