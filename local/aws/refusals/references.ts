import { parseArn } from "./arn";
import { show } from "./checks";
import type { Call, Refusal, StoredResource } from "./contract";
import { isRecord, isUnchanged, isUnknown, textAt, valuesAt } from "./paths";
import type { Rule, Use } from "./rules";
import { refusal, withPaths } from "./rules";
import { tokensOf } from "./twins";

export function stored(call: Call, type: string): StoredResource[] {
  return tokensOf(type).flatMap((one) => call.store.all(one));
}

export function regionOf(call: Call): string {
  return textAt(call.inputs, "region") ?? call.region;
}

/** True when the stored resource lives where the call acts; global resources have no region. */
export function isHere(call: Call, resource: StoredResource): boolean {
  const region =
    textAt(resource.outputs, "__region") ?? textAt(resource.outputs, "region") ?? textAt(resource.inputs, "region");
  return region === undefined || region === "global" || region === regionOf(call);
}

/** The stored resource that an id, ARN or name refers to. */
export function find(call: Call, types: readonly string[], reference: string): StoredResource | undefined {
  for (const type of types) {
    const direct = call.store.byId(type, reference);
    if (direct !== undefined) return direct;
  }
  if (reference.startsWith("arn:")) return call.store.byArn(reference);
  return types.flatMap((type) => stored(call, type)).find((one) => isHere(call, one) && names(one).includes(reference));
}

/** Resources of another account or region, and AWS's own, cannot be looked up: they are taken to exist. */
export function isForeign(call: Call, reference: string): boolean {
  const arn = parseArn(reference);
  if (arn === undefined) return false;
  return arn.account !== call.account || (arn.region !== "" && arn.region !== regionOf(call));
}

/** A rule: whatever is named at the path must exist. */
export function exists(code: string, path: string, what: string, ...types: string[]): Rule {
  return withPaths([path], (call) =>
    valuesAt(call.inputs, path).flatMap(({ path: at, value }) =>
      typeof value === "string" ? missingAt(call, code, at, value, what, types) : [],
    ),
  );
}

/** One reference; on an update only a changed one is looked up. */
export function missingAt(
  call: Call,
  code: string,
  path: string,
  value: string,
  what: string,
  types: readonly string[],
): Refusal[] {
  if (value === "" || isUnknown(value) || isUnchanged(call, path) || isForeign(call, value)) return [];
  if (find(call, types, value) !== undefined) return [];
  const message = `${path} is ${show(value)}: there is no such ${what} in account ${call.account}, ${regionOf(call)}. Create it first, or correct the value.`;
  return [refusal(code, path, message)];
}

/** Everything another resource may call this one by. */
export function names(resource: StoredResource): string[] {
  const { outputs, inputs, id } = resource;
  return [id, outputs.arn, outputs.id, outputs.name ?? inputs.name, outputs.bucket ?? inputs.bucket].filter(
    (name): name is string => typeof name === "string" && name !== "",
  );
}

/** The resource that is about to be updated or deleted, as stored. */
export function self(call: Call): StoredResource {
  const found = call.id === undefined ? undefined : call.store.byId(call.type, call.id);
  return found ?? { type: call.type, id: call.id ?? "", urn: call.urn, inputs: call.inputs, outputs: {} };
}

/** A removal rule: nothing stored may still refer to the resource. */
export function unused(code: string, what: string, ...uses: Use[]): Rule {
  const rule: Rule = (call) => {
    const known = new Set(names(self(call)));
    const users = uses.flatMap(({ type, paths }) => stored(call, type).filter((one) => refersTo(one, paths, known)));
    const others = users.filter((one) => isHere(call, one) && (one.id !== call.id || one.type !== call.type));
    if (others.length === 0) return [];
    const list = others.map((one) => `${shortType(one.type)} ${one.id}`).join(", ");
    return [{ code, message: `${what} ${self(call).id} is still in use by ${list}: delete or detach that first.` }];
  };
  return Object.assign(rule, { uses });
}

function refersTo(one: StoredResource, paths: readonly string[], known: Set<string>): boolean {
  return paths.some((path) => valuesAt(one.inputs, path).some(({ value }) => isKnownName(value, known)));
}

function isKnownName(value: unknown, known: Set<string>): boolean {
  if (isRecord(value)) return isKnownName(value.arn, known);
  return typeof value === "string" && known.has(value);
}

export function shortType(type: string): string {
  return type.split(":").at(-1) ?? type;
}
