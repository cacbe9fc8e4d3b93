import type { Control } from "../shared/control";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { loadBalancerTypes, reads } from "../shared/tokens";
import { worldRanges } from "./cidr";
import { groupType, ingressRuleType, opensOnly, ruleType, rulesOf, tellsPacketSize } from "./rules";

const prefixListType = "aws:ec2/managedPrefixList:ManagedPrefixList";
const webPorts = [80, 443];
const groupProperties = [
  ...["securityGroups", "vpcSecurityGroupIds", "securityGroupIds"],
  ...["networkConfiguration", "networkInterfaces", "vpcConfig"],
];
const fix =
  "Name the security group or the address range that needs it, or open only 80 and 443 of a public load balancer.";

export const sgIngressOpen: Control = {
  id: "sg-ingress-open",
  title: "Only public load balancers are open to the world",
  description: "Security groups must not let the world in, except to ports 80 and 443 of a public load balancer.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [
    "Security Hub EC2.18",
    "Security Hub EC2.19",
    "checkov CKV_AWS_24",
    "checkov CKV_AWS_25",
    "checkov CKV_AWS_260",
    "checkov CKV_AWS_277",
    "cdk-nag EC23",
    "trivy AWS-0107",
    "CIS 5.2",
    "CIS 5.3",
  ],
  remediationSteps:
    "Replace the address range by the security group of the caller (`referencedSecurityGroupId`). Only a group that an internet-facing load balancer alone uses may open 80 and 443.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  reads: {
    [groupType]: [
      "ingress.cidrBlocks",
      "ingress.ipv6CidrBlocks",
      "ingress.protocol",
      "ingress.fromPort",
      "ingress.toPort",
    ],
    [ruleType]: ["cidrBlocks", "ipv6CidrBlocks", "protocol", "fromPort", "toPort", "type", "securityGroupId"],
    [ingressRuleType]: ["cidrIpv4", "cidrIpv6", "ipProtocol", "fromPort", "toPort", "securityGroupId"],
    [prefixListType]: ["entries.cidr"],
    ...reads(loadBalancerTypes, "securityGroups", "internal"),
  },
  check(resource, report) {
    const worldwide = resource.type === prefixListType ? [] : rulesOf(resource, "ingress");
    for (const rule of worldwide) {
      report.each(worldRanges(rule.ranges), (range) => {
        // Whether a load balancer stands behind a web port only the whole stack tells.
        if (opensOnly(rule, webPorts) || tellsPacketSize(rule)) return;
        report.violation({ at: range, what: "The rule lets the whole world in", fix });
      });
    }
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(groupType, ruleType, ingressRuleType), (resource) => {
      for (const rule of rulesOf(resource, "ingress")) {
        const [web] = opensOnly(rule, webPorts) ? worldRanges(rule.ranges) : [];
        if (web && !servesPublicLoadBalancer(stack, groupOf(stack, resource))) {
          report.violation({ at: web, what: "The rule lets the world in where no public load balancer stands", fix });
        }
        if (opensOnly(rule, webPorts)) continue;
        for (const list of rule.prefixLists.filter((node) => namesTheWorld(stack, resource, node.raw))) {
          report.violation({ at: list, what: "The prefix list holds the whole world", fix });
        }
      }
    });
  },
};

function groupOf(stack: StackIndex, resource: StackResource): StackResource | undefined {
  return resource.type === groupType ? resource : stack.target(resource, "securityGroupId", [groupType]);
}

/** Internet-facing load balancers use the group, and nothing else does. */
function servesPublicLoadBalancer(stack: StackIndex, group: StackResource | undefined): boolean {
  // A group of another stack cannot be seen through.
  if (!group) return true;
  const rules = [ruleType, ingressRuleType, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"];
  const users = stack.all.filter(
    (user) =>
      !rules.includes(user.type) &&
      user.type !== groupType &&
      groupProperties.some((property) => user.propertyDependencies[property]?.some(({ urn }) => urn === group.urn)),
  );
  return (
    users.length > 0 &&
    users.every((user) => loadBalancerTypes.includes(user.type) && user.props.at("internal").raw !== true)
  );
}

function namesTheWorld(stack: StackIndex, rule: StackResource, id: unknown): boolean {
  const used = Object.values(rule.propertyDependencies).flat();
  const lists = stack.ofType(prefixListType).filter((list) => used.includes(list) || list.props.at("id").raw === id);
  return lists.some(
    (list) =>
      worldRanges(
        list.props
          .at("entries")
          .items()
          .map((entry) => entry.at("cidr")),
      ).length > 0,
  );
}
