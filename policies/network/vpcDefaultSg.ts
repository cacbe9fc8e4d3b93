import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { reads } from "../shared/tokens";
import { defaultGroups, vpcType } from "./defaultGroups";
import { defaultGroupType, ruleTypes } from "./rules";

export const vpcDefaultSg: Control = {
  id: "vpc-default-sg",
  title: "Default security groups are closed",
  description: "The default security group of each VPC must be managed and have no rules.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "EC2.2",
    checkov: "CKV2_AWS_12",
    cdkNag: "VPCDefaultSecurityGroupClosed",
    trivy: "AWS-0173",
    cis: "5.4",
  }),
  remediationSteps:
    "Create an `aws.ec2.DefaultSecurityGroup` with the VPC's id and without `ingress` and `egress`: that removes the rules that AWS makes.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
  reads: {
    [vpcType]: [],
    [defaultGroupType]: ["vpcId", "ingress", "egress"],
    ...reads(ruleTypes, "securityGroupId"),
  },
  check({ type, props }, report) {
    if (type !== defaultGroupType) return;
    report.each([props.at("ingress"), props.at("egress")], (rules) => {
      if (rules.items().length > 0) {
        report.violation({
          at: rules,
          what: "What names no group of its own would get these rules",
          fix: `Remove \`${rules.path}\` from the default security group.`,
        });
      }
    });
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(vpcType), (vpc) => {
      if (stack.linked([defaultGroupType], "vpcId", vpc).length === 0) {
        report.violation({
          at: "",
          what: "The VPC's default security group keeps the open rules that AWS makes",
          fix: "Create an `aws.ec2.DefaultSecurityGroup` for it, without rules.",
        });
      }
    });
    const isDefault = defaultGroups(stack);
    report.eachResource(stack.ofType(...ruleTypes), (rule) => {
      if (!isDefault(rule)) return;
      report.violation({
        at: rule.props.at("securityGroupId"),
        what: "What names no group of its own would get this rule",
        fix: "Give the rule to a security group of its own.",
      });
    });
  },
};
