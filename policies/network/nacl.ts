import type { Control } from "../shared/control";
import type { Node } from "../shared/node";
import { worldRanges } from "./cidr";

const aclType = "aws:ec2/networkAcl:NetworkAcl";
const ruleType = "aws:ec2/networkAclRule:NetworkAclRule";
const administrationPorts = [22, 3389];

function covers(rule: Node, port: number): boolean {
  if (["-1", "all"].includes(String(rule.at("protocol").value()).toLowerCase())) return true;
  // ICMP has types in place of ports, and absent ones mean all of them.
  if (["icmp", "1", "icmpv6", "58"].includes(String(rule.at("protocol").value()).toLowerCase())) return false;
  return (rule.at("fromPort").number() ?? 0) <= port && port <= (rule.at("toPort").number() ?? 65535);
}

export const nacl: Control = {
  id: "nacl",
  title: "Network ACLs do not open administration to the world",
  description: "Network ACLs must not let the world reach SSH, RDP or every port.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [
    "Security Hub EC2.21",
    "checkov CKV_AWS_229",
    "checkov CKV_AWS_230",
    "checkov CKV_AWS_231",
    "checkov CKV_AWS_232",
    "checkov CKV_AWS_352",
    "trivy AWS-0102",
    "trivy AWS-0105",
    "CIS 5.1",
  ],
  remediationSteps: "Narrow `cidrBlock` or the ports of the rule.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
  reads: {
    [aclType]: [
      "ingress.cidrBlock",
      "ingress.ipv6CidrBlock",
      "ingress.action",
      "ingress.protocol",
      "ingress.fromPort",
      "ingress.toPort",
    ],
    [ruleType]: ["cidrBlock", "ipv6CidrBlock", "egress", "ruleAction", "protocol", "fromPort", "toPort"],
  },
  check({ type, props }, report) {
    const single = type === ruleType && props.at("egress").boolean() !== true ? [props] : [];
    report.each(type === aclType ? props.at("ingress").items() : single, (rule) => {
      const ranges = [rule.at("cidrBlock"), rule.at("ipv6CidrBlock")].filter((range) => !range.isAbsent);
      const [world] = worldRanges(ranges);
      const action = rule.at(type === aclType ? "action" : "ruleAction");
      if (
        !world ||
        action.string()?.toLowerCase() !== "allow" ||
        !administrationPorts.some((port) => covers(rule, port))
      )
        return;
      report.violation({
        at: world,
        what: "The rule lets the world reach SSH, RDP or every port",
        fix: "Narrow `cidrBlock`, or leave ports 22 and 3389 out.",
      });
    });
  },
};
