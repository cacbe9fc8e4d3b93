import type { Control } from "../shared/control";
import { reads } from "../shared/tokens";
import { groupType, ruleTypes } from "./rules";

export const sgConflict: Control = {
  id: "sg-conflict",
  title: "Rules stand in one place",
  description: "A security group must not have inline rules and rule resources: each update deletes the other's.",
  severity: "medium",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Move all rules into `SecurityGroupIngressRule` and `SecurityGroupEgressRule` resources, or all into the group.",
  url: "https://www.pulumi.com/registry/packages/aws/api-docs/ec2/securitygroup/",
  reads: {
    [groupType]: ["ingress", "egress"],
    ...reads(ruleTypes, "securityGroupId"),
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(groupType), (group) => {
      const separate = stack.linked(ruleTypes, "securityGroupId", group);
      if (separate.length === 0) return;
      // After an update the group's outputs list the rules of rule resources, too: only its inputs tell inline rules.
      const inline = ["ingress", "egress"].filter((direction) => group.props.at(direction).items().length > 0);
      if (inline.length === 0) return;
      report.violation({
        at: inline[0] as string,
        what: `The group has inline rules and also ${separate.length} rule resources (${separate[0]?.name}…)`,
        fix: "Keep the rules in one place: move the inline ones into rule resources.",
      });
    });
  },
};
