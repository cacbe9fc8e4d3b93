import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { defaultGroupType, groupType } from "./rules";

export const vpcType = "aws:ec2/vpc:Vpc";

/** Tells the rules that a VPC's default security group would get. */
export function defaultGroups(stack: StackIndex): (rule: StackResource) => boolean {
  const ids = new Set(stack.ofType(vpcType).map(({ props }) => props.at("defaultSecurityGroupId").raw));
  return (rule) => {
    const group = rule.props.at("securityGroupId");
    const used = (rule.propertyDependencies["securityGroupId"] ?? []).map(({ type }) => type);
    // The only group that is an output of a VPC is the default one.
    const made = used.includes(vpcType) && !used.includes(groupType);
    const named = group.isKnown && !ids.has(undefined) ? ids.has(group.raw) : made;
    return named || stack.target(rule, "securityGroupId", [defaultGroupType]) !== undefined;
  };
}
