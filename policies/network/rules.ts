import type { Node } from "../shared/node";
import type { Resource } from "../shared/resource";
import { reads } from "../shared/tokens";

export const groupType = "aws:ec2/securityGroup:SecurityGroup";
export const defaultGroupType = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
export const ruleType = "aws:ec2/securityGroupRule:SecurityGroupRule";
export const ingressRuleType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
export const egressRuleType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
/** What holds rules inline, and what is a rule of its own. */
export const groupTypes: readonly string[] = [groupType, defaultGroupType];
export const ruleTypes: readonly string[] = [ruleType, ingressRuleType, egressRuleType];

const parts = ["cidrBlocks", "ipv6CidrBlocks", "protocol", "fromPort", "toPort"];

/** What tells who may come in, in each of the shapes. */
export const ingressReads: Readonly<Record<string, readonly string[]>> = {
  ...reads(groupTypes, ...parts.map((property) => `ingress.${property}`)),
  [ruleType]: [...parts, "type", "securityGroupId"],
  [ingressRuleType]: ["cidrIpv4", "cidrIpv6", "ipProtocol", "fromPort", "toPort", "securityGroupId"],
};

/** A security-group rule, whichever of the three shapes it was written in. */
export interface Rule {
  readonly node: Node;
  readonly ranges: readonly Node[];
  readonly prefixLists: readonly Node[];
  readonly protocol: Node;
  readonly fromPort: Node;
  readonly toPort: Node;
  readonly description: Node;
}

/** The rules of one direction that the resource holds. Throws `Undecided` while a whole inline list is unknown. */
export function rulesOf({ type, props }: Resource, direction: "ingress" | "egress"): Rule[] {
  if (groupTypes.includes(type)) return props.at(direction).items().map(inlineRule);
  if (type === ruleType) return props.at("type").string() === direction ? [inlineRule(props)] : [];
  if (type === (direction === "ingress" ? ingressRuleType : egressRuleType)) return [singleRule(props)];
  return [];
}

/** Whether the rule opens one of these ports and nothing else. */
export function opensOnly(rule: Rule, ports: readonly number[]): boolean {
  if (allProtocols(rule)) return false;
  const from = rule.fromPort.number();
  return from !== undefined && from === rule.toPort.number() && ports.includes(from);
}

/**
 * Whether the rule lets in only the messages by which routers tell the largest packet: without them connections hang.
 * https://docs.aws.amazon.com/vpc/latest/userguide/path_mtu_discovery.html
 */
export function tellsPacketSize(rule: Rule): boolean {
  const protocol = String(rule.protocol.value()).toLowerCase();
  const [type, code] = [rule.fromPort.number(), rule.toPort.number()];
  if (["icmp", "1"].includes(protocol)) return type === 3 && (code === 4 || code === -1);
  return ["icmpv6", "58"].includes(protocol) && type === 2;
}

export function allProtocols(rule: Rule): boolean {
  return ["-1", "all"].includes(String(rule.protocol.value()).toLowerCase());
}

function inlineRule(node: Node): Rule {
  const ranges = ["cidrBlocks", "ipv6CidrBlocks"].map((property) => node.at(property));
  const lists = node.at("prefixListIds");
  return {
    node,
    ranges: ranges.flatMap((list) => (list.isUnknown ? [list] : list.items())),
    prefixLists: lists.isUnknown ? [lists] : lists.items(),
    protocol: node.at("protocol"),
    fromPort: node.at("fromPort"),
    toPort: node.at("toPort"),
    description: node.at("description"),
  };
}

function singleRule(node: Node): Rule {
  const present = (property: string) => [node.at(property)].filter((value) => !value.isAbsent);
  return {
    node,
    ranges: [...present("cidrIpv4"), ...present("cidrIpv6")],
    prefixLists: present("prefixListId"),
    protocol: node.at("ipProtocol"),
    fromPort: node.at("fromPort"),
    toPort: node.at("toPort"),
    description: node.at("description"),
  };
}
