import type { Control } from "../shared/control";
import { egressRuleType, groupType, ingressRuleType, ruleType } from "./rules";

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
    [ruleType]: ["securityGroupId"],
    [ingressRuleType]: ["securityGroupId"],
    [egressRuleType]: ["securityGroupId"],
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(groupType), (group) => {
      const inline = ["ingress", "egress"].filter((direction) => {
        const rules = group.props.at(direction);
        return rules.isKnown && rules.items().length > 0;
      });
      const separate = stack.linked([ruleType, ingressRuleType, egressRuleType], "securityGroupId", group);
      // After an update the group's outputs list the rules of rule resources, too: only its inputs tell inline rules.
      if (inline.length === 0 || separate.length === 0) return;
      report.violation({
        at: inline[0] as string,
        what: `The group has inline rules and also ${separate.length} rule resources (${separate[0]?.name}…)`,
        fix: "Keep the rules in one place: move the inline ones into rule resources.",
      });
    });
  },
};
