import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { reads } from "../shared/tokens";
import { worldRanges } from "./cidr";
import { namesList, prefixListReads, worldLists } from "./prefixLists";
import { balancerTypes, servesPublicBalancer } from "./publicBalancer";
import { groupTypes, ingressReads, ingressRuleType, opensOnly, ruleType, rulesOf, tellsPacketSize } from "./rules";

const open = "The rule lets the whole world in";
const fix = "Name the security group or range that needs it, or open only 80 and 443 of a public load balancer.";

export const sgIngressOpen: Control = {
  id: "sg-ingress-open",
  title: "Only public load balancers are open to the world",
  description: "Security groups must not let the world in, except to ports 80 and 443 of a public load balancer.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "EC2.13 EC2.14 EC2.18 EC2.19 EC2.53 EC2.54",
    controlTower: "CT.EC2.PR.3 CT.EC2.PR.4",
    checkov: "CKV_AWS_24 CKV_AWS_25 CKV_AWS_260 CKV_AWS_277",
    cdkNag: "EC23 EC2RestrictedCommonPorts EC2RestrictedSSH",
    trivy: "AWS-0107",
    cis: "5.2 5.3",
  }),
  remediationSteps:
    "Replace the address range by the security group of the caller (`referencedSecurityGroupId`). Only a group that an internet-facing load balancer alone uses may open 80 and 443.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  reads: {
    ...ingressReads,
    ...prefixListReads,
    ...reads(balancerTypes, "securityGroups", "internal"),
  },
  check(resource, report) {
    for (const rule of rulesOf(resource, "ingress")) {
      report.each(worldRanges(rule.ranges), (range) => {
        // Whether a load balancer stands behind a web port only the whole stack tells.
        if (opensOnly(rule, [80, 443]) || tellsPacketSize(rule)) return;
        report.violation({ at: range, what: open, fix });
      });
    }
  },
  checkStack(stack, report) {
    const lists = worldLists(stack);
    report.eachResource(stack.ofType(...groupTypes, ruleType, ingressRuleType), (resource) => {
      for (const rule of rulesOf(resource, "ingress")) {
        report.each([rule.node], () => {
          const list = namesList(resource, rule, lists);
          const wide = worldRanges(rule.ranges)[0] ?? list;
          if (!wide) return;
          if (!opensOnly(rule, [80, 443])) {
            if (list) report.violation({ at: list, what: open, fix });
          } else if (!servesPublicBalancer(stack, resource)) {
            report.violation({ at: wide, what: `${open}, and no public load balancer alone uses it`, fix });
          }
        });
      }
    });
  },
};
