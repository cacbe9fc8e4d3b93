import { attachedPolicies } from "../../../../policies/iam/judge/attachedPolicies";
import type { StackResource } from "../../../../policies/shared/resource";
import { type Described, stackOf } from "../../../support/policy";
import { type Kind, kinds, link } from "./holders";

export const own = "arn:aws:iam::123456789012:policy/";
export const aws = "arn:aws:iam::aws:policy/A";
export const managed = (name: string, props: object = { name }): Described => ({
  type: "aws:iam/policy:Policy",
  name,
  props,
});
export const named = (name: string, described: Described): Described => ({ ...described, name });
export const attach = (kind: Kind, props: object, dependsOn: Described["dependsOn"] = {}) =>
  link(kinds[kind][2], props, { [kind]: [kind], ...dependsOn });
export const first = (type: string, ...resources: Described[]) => {
  const stack = stackOf(...resources);
  return [stack, stack.ofType(type)[0] as StackResource] as const;
};
/** Where each policy of the holder is attached, and which it is. */
export const given = (kind: Kind, ...resources: Described[]) => {
  const found = attachedPolicies(...first(kinds[kind][0], ...resources));
  return found.map(
    ({ on, at, policy }) => `${on.name} ${at.path}: ${policy?.name ?? (at.isKnown ? String(at.raw) : "?")}`,
  );
};
