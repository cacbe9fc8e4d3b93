import { matches } from "../../documents/glob";
import type { Context } from "../../shared/control";
import type { StackResource } from "../../shared/resource";
import type { StackIndex } from "../../shared/stackIndex";
import { rightsOf } from "./attachments";
import { givesWholeService } from "./managedPolicies";

/** What a role that others may pass must not be able to do, if nobody declares another ceiling. */
export const defaultCeiling: readonly string[] = [
  "iam:Add*",
  "iam:Attach*",
  "iam:Create*",
  "iam:Delete*",
  "iam:PassRole",
  "iam:Put*",
  "iam:Set*",
  "iam:Update*",
  "organizations:*",
  "sts:AssumeRoot",
];

/**
 * Why the rights of a role go beyond the ceiling, or cannot be known; undefined when they stay within it. Whoever may
 * pass the role has these rights, too.
 */
export function beyondCeiling(
  role: StackResource,
  stack: StackIndex,
  context: Context,
  ceiling: readonly string[],
): { readonly reason: string; readonly certain: boolean } | undefined {
  const rights = rightsOf(stack, role, context);
  const broad = rights.outside.find(givesWholeService);
  if (broad) return { reason: `role ${role.name} has ${broad}`, certain: true };
  for (const { permissions } of rights.attached) {
    for (const { kind, text, actions } of permissions.grants) {
      if (kind === "all" || kind === "services" || kind === "service") {
        return { reason: `role ${role.name} may do ${text}`, certain: true };
      }
      const beyond = actions.find(({ name }) => ceiling.some((p) => matches(p.toLowerCase(), name.toLowerCase())));
      if (beyond) return { reason: `role ${role.name} may do ${beyond.name}`, certain: true };
    }
  }
  const [unknown] = rights.unknown;
  if (unknown) return { reason: `the rights of role ${role.name} are not known yet`, certain: false };
  const outside = rights.outside.find((arn) => !arn.includes(":iam::aws:"));
  return outside
    ? { reason: `role ${role.name} has ${outside}, which is not part of this stack`, certain: false }
    : undefined;
}
