import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { worldRanges } from "./cidr";
import { egressRuleType, groupType, opensOnly, ruleType, rulesOf } from "./rules";

export const sgEgress: Control = {
  id: "sg-egress",
  title: "Security groups send only what they need",
  description: "Security groups should send nothing but HTTPS to the world.",
  severity: "medium",
  levels: { dev: "advisory", prod: "advisory" },
  references: elsewhere({ checkov: "CKV_AWS_382", trivy: "AWS-0104" }),
  remediationSteps:
    "Send to security groups and to port 443 only. A group without any egress rule sends nothing when the rules are resources of their own.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  reads: {
    [groupType]: ["egress.cidrBlocks", "egress.ipv6CidrBlocks", "egress.protocol", "egress.fromPort", "egress.toPort"],
    [ruleType]: ["cidrBlocks", "ipv6CidrBlocks", "protocol", "fromPort", "toPort", "type"],
    [egressRuleType]: ["cidrIpv4", "cidrIpv6", "ipProtocol", "fromPort", "toPort"],
  },
  check(resource, report) {
    for (const rule of rulesOf(resource, "egress")) {
      report.each(worldRanges(rule.ranges), (range) => {
        if (opensOnly(rule, [443])) return;
        report.violation({
          at: range,
          what: "The rule sends to the whole world on more than HTTPS",
          fix: "Narrow the rule to port 443, to an address range or to a security group.",
        });
      });
    }
  },
};
