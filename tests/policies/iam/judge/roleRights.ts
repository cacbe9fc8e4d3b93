import { strict as assert } from "node:assert";
import { rightsOf } from "../../../../policies/iam/judge/attachments";
import { iamPrivesc } from "../../../../policies/iam/privesc";
import type { Control } from "../../../../policies/shared/control";
import { type Described, contextOf, stackOf } from "../../../support/policy";

export const context = contextOf(iamPrivesc as Control);

export const managed = (name: string, policy: unknown): Described => ({
  type: "aws:iam/policy:Policy",
  name,
  props: { name, policy },
});
/** What the role of a stack may do: the resource, and what one Action text of its documents stands for. */
export function rights(...resources: Described[]) {
  const stack = stackOf(...resources);
  const [role] = stack.ofType("aws:iam/role:Role");
  assert.ok(role);
  const { attached, outside, unknown: open } = rightsOf(stack, role, context);
  assert.equal(rightsOf(stack, role, context).attached, attached);
  return {
    may: attached.flatMap(({ on, permissions }) =>
      permissions.grants.map(
        ({ kind, text, actions }) => `${on.name} ${kind} ${text}: ${actions.map(({ name }) => name).join()}`,
      ),
    ),
    outside,
    unknown: open.map(({ on, path }) => `${on.name} ${path}`),
  };
}
