import { show } from "./checks";
import type { Call, StoredResource } from "./contract";
import { isUnchanged, textAt } from "./paths";
import { isHere, stored } from "./references";
import type { Rule } from "./rules";
import { refusal, withPaths } from "./rules";

export interface Uniqueness {
  /** The input that must be unique. */
  key: string;
  /** Other inputs that together with the key make the name, for example the event bus of a rule. */
  within?: readonly string[];
  /** Names that are unique in all regions, such as IAM roles and buckets. */
  isGlobal?: boolean;
}

/** A rule: no other resource of the type has this name. */
export function unique(code: string, type: string, what: string, { key, within = [], isGlobal }: Uniqueness): Rule {
  return withPaths([key, ...within], (call) => {
    const name = textAt(call.inputs, key);
    if (name === undefined || isUnchanged(call, key)) return [];
    const isSame = (other: StoredResource): boolean =>
      nameOf(other, key) === name &&
      within.every((field) => nameOf(other, field) === textAt(call.inputs, field)) &&
      (isGlobal === true || isHere(call, other));
    const twin = stored(call, type).find((other) => !isSelf(call, other) && isSame(other));
    if (twin === undefined) return [];
    const message = `${key} is ${show(name)}: a ${what} of that name exists already (${twin.urn || twin.id}). Choose another name, import it, or replace it with deleteBeforeReplace.`;
    return [refusal(code, key, message)];
  });
}

/** A resource is not its own twin: not on an update, and not when an interrupted creation is taken up again. */
export function isSelf(call: Call, other: StoredResource): boolean {
  return call.urn === other.urn || (call.id !== undefined && call.id === other.id);
}

function nameOf(resource: StoredResource, key: string): string | undefined {
  return textAt(resource.inputs, key) ?? textAt(resource.outputs, key);
}
