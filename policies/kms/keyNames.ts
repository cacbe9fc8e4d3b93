import { identities } from "../shared/identities";
import type { Node } from "../shared/node";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";

export const aliasType = "aws:kms/alias:Alias";

/** Whether a value below the top-level input `property` of `user` names the key, by itself or by an alias of it. */
export function namesKey(
  stack: StackIndex,
  user: StackResource,
  property: string,
  value: Node,
  key: StackResource,
): boolean {
  const names = [key, ...stack.linked([aliasType], "targetKeyId", key)];
  if (value.isKnown) return names.some((name) => identities(name).includes(String(value.raw)));
  if (value.isAbsent) return false;
  // Which of several keys in the same input an unknown value is, nobody can tell: then none is taken for it.
  const keys = (user.propertyDependencies[property] ?? []).filter(
    ({ type }) => type === key.type || type === aliasType,
  );
  return keys.length > 0 && keys.every(({ urn }) => names.some((name) => name.urn === urn));
}
