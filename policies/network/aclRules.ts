import type { Node } from "../shared/node";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { worldRanges } from "./cidr";

export const aclType = "aws:ec2/networkAcl:NetworkAcl";
export const aclRuleType = "aws:ec2/networkAclRule:NetworkAclRule";
const administrationPorts = [22, 3389];
const lastPort = 65535;

/** An ingress rule of a network ACL. Inline ones and those of their own name two of their properties differently. */
export interface AclRule {
  readonly node: Node;
  readonly action: Node;
  readonly order: Node;
}

export function inlineAclRule(node: Node): AclRule {
  return { node, action: node.at("action"), order: node.at("ruleNo") };
}

export function ownAclRule(node: Node): AclRule {
  return { node, action: node.at("ruleAction"), order: node.at("ruleNumber") };
}

/**
 * Where the rule lets the world reach SSH, RDP or every port. Rules count in their order: what an earlier one denies to
 * the world stays shut. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 */
export function openRange(rule: AclRule, all: readonly AclRule[]): Node | undefined {
  const [world] = worldRanges(rangesOf(rule));
  if (!world || rule.action.string()?.toLowerCase() !== "allow") return undefined;
  const open = administrationPorts.filter((port) => coversTcp(rule, port));
  const isOpen = open.some((port) => !all.some((other) => shuts(other, world, port) && isBefore(other, rule)));
  return isOpen || coversUdp(rule) ? world : undefined;
}

function rangesOf({ node }: AclRule): Node[] {
  return ["cidrBlock", "ipv6CidrBlock"].map((name) => node.at(name)).filter((range) => !range.isAbsent);
}

function coversTcp(rule: AclRule, port: number): boolean {
  const protocol = String(rule.node.at("protocol").value()).toLowerCase();
  if (["-1", "all"].includes(protocol)) return true;
  return ["6", "tcp"].includes(protocol) && covers(rule, port, port);
}

/** Answers to what was sent to the world come back by high ports, so of UDP only every port is too much. */
function coversUdp(rule: AclRule): boolean {
  return ["17", "udp"].includes(String(rule.node.at("protocol").value()).toLowerCase()) && covers(rule, 1, lastPort);
}

function covers({ node }: AclRule, first: number, last: number): boolean {
  return (node.at("fromPort").number() ?? 0) <= first && last <= (node.at("toPort").number() ?? lastPort);
}

function shuts(rule: AclRule, world: Node, port: number): boolean {
  if (String(rule.action.raw).toLowerCase() !== "deny") return false;
  const whole = rangesOf(rule).some(({ raw }) => raw === world.raw || raw === (isIpv6(world) ? "::/0" : "0.0.0.0/0"));
  return whole && coversTcp(rule, port);
}

function isIpv6({ raw }: Node): boolean {
  return String(raw).includes(":");
}

function isBefore(first: AclRule, second: AclRule): boolean {
  const [one, other] = [first.order.number(), second.order.number()];
  return one !== undefined && other !== undefined && one < other;
}

/** The ingress rules that are resources of their own, those of one ACL together. */
export function rulesByAcl(stack: StackIndex): Iterable<StackResource[]> {
  const byAcl = new Map<unknown, StackResource[]>();
  for (const rule of stack.ofType(aclRuleType).filter(({ props }) => props.at("egress").raw !== true)) {
    const id = rule.props.at("networkAclId");
    const made = rule.propertyDependencies["networkAclId"]?.[0];
    const acl = stack.target(rule, "networkAclId", [aclType]) ?? made ?? (id.isKnown ? id.raw : rule);
    const others = byAcl.get(acl);
    if (others) others.push(rule);
    else byAcl.set(acl, [rule]);
  }
  return byAcl.values();
}
