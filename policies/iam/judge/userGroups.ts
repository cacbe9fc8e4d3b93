import type { StackResource } from "../../shared/resource";
import type { StackIndex } from "../../shared/stackIndex";
import { naming } from "./attachedPolicies";
import { groupType, userType } from "./policyGivers";

const membersOfGroup = "aws:iam/groupMembership:GroupMembership";
const groupsOfMember = "aws:iam/userGroupMembership:UserGroupMembership";

/** The groups of the stack that a user is in. */
export function groupsOf(stack: StackIndex, user: StackResource): readonly StackResource[] {
  if (user.type !== userType) return [];
  const memberships = [...naming(stack, membersOfGroup, "users", user), ...naming(stack, groupsOfMember, "user", user)];
  return stack.ofType(groupType).filter((group) => {
    const ofGroup = [
      ...naming(stack, membersOfGroup, "group", group),
      ...naming(stack, groupsOfMember, "groups", group),
    ];
    return ofGroup.some((membership) => memberships.includes(membership));
  });
}
