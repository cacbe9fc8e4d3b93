import { strict as assert } from "node:assert";
import { sgIngressOpen } from "../../../policies/network/sgIngressOpen";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";
import type { Described } from "../../support/policy";

const group = "aws:ec2/securityGroup:SecurityGroup";
const oldRule = "aws:ec2/securityGroupRule:SecurityGroupRule";
const newRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const world = (port: number) => ({ cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: port, toPort: port });

describe("sg-ingress-open", () => {
  const cases: [behaviour: string, type: string, props: object, expected: string[]][] = [
    ["passes a group without rules", group, {}, []],
    ["passes a private range", newRule, { ...world(5432), cidrIpv4: "10.0.0.0/8" }, []],
    [
      "passes a security group as source",
      newRule,
      { referencedSecurityGroupId: unknown, ipProtocol: "tcp", fromPort: 8080, toPort: 8080 },
      [],
    ],
    ["passes a range that is not known yet", newRule, { ...world(22), cidrIpv4: unknown }, []],
    ["leaves web ports to the whole stack", newRule, world(443), []],
    [
      "passes path MTU discovery, which AWS asks for",
      newRule,
      { cidrIpv4: "0.0.0.0/0", ipProtocol: "icmp", fromPort: 3, toPort: 4 },
      [],
    ],
    [
      "refuses all of ICMP",
      newRule,
      { cidrIpv4: "0.0.0.0/0", ipProtocol: "icmp", fromPort: -1, toPort: -1 },
      ["violation cidrIpv4"],
    ],
    [
      "passes egress",
      oldRule,
      { type: "egress", cidrBlocks: ["0.0.0.0/0"], protocol: "-1", fromPort: 0, toPort: 0 },
      [],
    ],
    ["refuses SSH from the world", newRule, world(22), ["violation cidrIpv4"]],
    ["refuses the IPv6 world", newRule, { cidrIpv6: "::/0", ipProtocol: "-1" }, ["violation cidrIpv6"]],
    ["refuses half of the world", newRule, { ...world(22), cidrIpv4: "128.0.0.0/1" }, ["violation cidrIpv4"]],
    ["refuses a range of ports with a web port in it", newRule, { ...world(80), toPort: 8080 }, ["violation cidrIpv4"]],
    [
      "refuses the older kind of rule",
      oldRule,
      { type: "ingress", cidrBlocks: ["10.0.0.0/8", "0.0.0.0/0"], protocol: "tcp", fromPort: 22, toPort: 22 },
      ["violation cidrBlocks[1]"],
    ],
    [
      "refuses an inline rule",
      group,
      { ingress: [{ ipv6CidrBlocks: ["::/0"], protocol: "-1", fromPort: 0, toPort: 0 }] },
      ["violation ingress[0].ipv6CidrBlocks[0]"],
    ],
    ["cannot decide unknown inline rules", group, { ingress: unknown }, ["undecided ingress"]],
    ["cannot decide an unknown port of the world", newRule, { ...world(1), fromPort: unknown }, ["undecided fromPort"]],
  ];
  for (const [behaviour, type, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(sgIngressOpen, { type, props })), expected);
    });
  }

  const web = {
    type: newRule,
    name: "web",
    props: { ...world(443), securityGroupId: unknown },
    dependsOn: { securityGroupId: ["group"] },
  };
  const user = (type: string, property: string, props: object = {}) =>
    ({ type, name: "user", props: { [property]: unknown, ...props }, dependsOn: { [property]: ["group"] } }) as const;
  const inStack = (...users: Described[]) =>
    judgeStack(sgIngressOpen, stackOf({ type: group, name: "group" }, web, ...users));

  for (const type of ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"]) {
    it(`passes web ports of an internet-facing ${type}`, async () => {
      assert.deepEqual(await inStack(user(type, "securityGroups")), []);
    });

    it(`refuses web ports of an internal ${type}`, async () => {
      assert.deepEqual(brief(await inStack(user(type, "securityGroups", { internal: true }))), ["violation cidrIpv4"]);
    });
  }

  it("refuses web ports of a service", async () => {
    assert.deepEqual(brief(await inStack(user("aws:ecs/service:Service", "networkConfiguration"))), [
      "violation cidrIpv4",
    ]);
  });

  it("refuses web ports of a group that nothing uses", async () => {
    assert.deepEqual(brief(await inStack()), ["violation cidrIpv4"]);
  });

  it("passes web ports of a classic load balancer, and refuses them while the scheme is unknown", async () => {
    const classic = "aws:elb/loadBalancer:LoadBalancer";
    assert.deepEqual(await inStack(user(classic, "securityGroups")), []);
    const open = user("aws:lb/loadBalancer:LoadBalancer", "securityGroups", { internal: unknown });
    assert.deepEqual(brief(await inStack(open)), ["undecided internal"]);
  });

  it("refuses web ports when something else uses the group beside the load balancer", async () => {
    const balancer = { ...user("aws:lb/loadBalancer:LoadBalancer", "securityGroups"), name: "balancer" };
    const instance = user("aws:ec2/instance:Instance", "vpcSecurityGroupIds");
    assert.deepEqual(brief(await inStack(balancer, instance)), ["violation cidrIpv4"]);
  });

  it("judges the default group like any other", async () => {
    const type = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
    const ingress = [{ cidrBlocks: ["0.0.0.0/0"], protocol: "tcp", fromPort: 22, toPort: 22 }];
    assert.deepEqual(brief(await judge(sgIngressOpen, { type, props: { ingress } })), [
      "violation ingress[0].cidrBlocks[0]",
    ]);
    const webIngress = [{ ...ingress[0], fromPort: 443, toPort: 443 }];
    const stack = stackOf({ type, name: "default", props: { ingress: webIngress } });
    assert.deepEqual(brief(await judgeStack(sgIngressOpen, stack)), ["violation ingress[0].cidrBlocks[0]"]);
  });

  it("goes on after an inline rule that cannot be decided", async () => {
    const open = { cidrBlocks: ["0.0.0.0/0"], protocol: "tcp", fromPort: 443, toPort: 443 };
    const ingress = [{ ...open, fromPort: unknown }, open];
    const stack = stackOf({ type: group, name: "group", props: { ingress } });
    assert.deepEqual(brief(await judgeStack(sgIngressOpen, stack)), [
      "undecided ingress[0].fromPort",
      "violation ingress[1].cidrBlocks[0]",
    ]);
  });
});
