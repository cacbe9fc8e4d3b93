import type { Control, Reporter } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { aclRuleType, aclType, inlineAclRule, openRange, ownAclRule, rulesByAcl } from "./aclRules";
import type { AclRule } from "./aclRules";

const parts = ["cidrBlock", "ipv6CidrBlock", "protocol", "fromPort", "toPort"];

export const nacl: Control = {
  id: "nacl",
  title: "Network ACLs do not open administration to the world",
  description: "Network ACLs must not let the world reach SSH, RDP or every port.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "EC2.21",
    controlTower: "CT.EC2.PR.5",
    checkov: "CKV_AWS_231 CKV_AWS_232 CKV_AWS_352",
    trivy: "AWS-0102 AWS-0105",
    cis: "5.1",
  }),
  remediationSteps: "Narrow `cidrBlock` or the ports of the rule.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
  reads: {
    [aclType]: [...parts, "action", "ruleNo"].map((part) => `ingress.${part}`),
    [aclRuleType]: [...parts, "ruleAction", "ruleNumber", "egress", "networkAclId"],
  },
  check({ type, props }, report) {
    if (type === aclType) judge(props.at("ingress").items().map(inlineAclRule), report);
  },
  checkStack(stack, report) {
    // Another rule resource of the same ACL may deny what this one allows.
    for (const owners of rulesByAcl(stack)) {
      const all = owners.map(({ props }) => ownAclRule(props));
      report.eachResource(owners, ({ props }) => judge([ownAclRule(props)], report, all));
    }
  },
};

function judge(rules: readonly AclRule[], report: Reporter, all = rules): void {
  for (const rule of rules) {
    report.each([rule.node], () => {
      const open = openRange(rule, all);
      if (!open) return;
      const what = "The rule lets the world reach SSH, RDP or every port";
      report.violation({ at: open, what, fix: "Narrow `cidrBlock`, or leave ports 22 and 3389 out." });
    });
  }
}
