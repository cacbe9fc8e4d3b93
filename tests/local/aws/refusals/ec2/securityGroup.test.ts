import { strict as assert } from "node:assert";
import { deletion, expectRefusal, stored, table } from "../support";

const type = "aws:ec2/securityGroup:SecurityGroup";
const ingressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const plainType = "aws:ec2/securityGroupRule:SecurityGroupRule";
const web = stored(type, "sg-1", { name: "web", vpcId: "vpc-1" });
const rule = { securityGroupId: "sg-1", ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" };
const vpc = stored("aws:ec2/vpc:Vpc", "vpc-1", {});

describe("ec2/securityGroup", () => {
  const all = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };
  table({
    type,
    base: { name: "app", description: "App: from the load balancer (8080)", vpcId: "vpc-1", egress: [all] },
    store: [vpc, web],
    accepts: { "the same name in another network": { name: "web", vpcId: undefined } },
    refuses: {
      "sg- in front": [{ name: "sg-app" }, "InvalidParameterValue", "does not begin with sg-"],
      "an umlaut": [{ description: "für alle" }, "InvalidParameterValue", "letters, digits"],
      "a name that is taken": [{ name: "web" }, "InvalidGroup.Duplicate"],
      "a network that is not there": [{ vpcId: "vpc-9" }, "InvalidVpcID.NotFound"],
      "all protocols with a port": [{ "egress[0].fromPort": 80 }, "InvalidParameterValue", "both must be 0"],
      "a range that runs backwards": [
        { ingress: [{ protocol: "tcp", fromPort: 90, toPort: 80, cidrBlocks: ["10.0.0.0/8"] }] },
        "InvalidParameterValue",
        "backwards",
      ],
      "a broken block": [{ "egress[0].cidrBlocks": ["0.0.0.0"] }, "InvalidParameterValue", "not a valid CIDR"],
      "a group that is not there": [
        { ingress: [{ protocol: "tcp", fromPort: 80, toPort: 80, securityGroups: ["sg-9"] }] },
        "InvalidGroup.NotFound",
      ],
    },
  });
  table({
    type: ingressType,
    base: { ...rule, fromPort: 8443, toPort: 8443 },
    store: [web, stored(ingressType, "sgr-1", rule)],
    accepts: {
      "all protocols without ports": { ipProtocol: "-1", fromPort: undefined, toPort: undefined },
      "another group": { cidrIpv4: undefined, referencedSecurityGroupId: "sg-1" },
      IPv6: { cidrIpv4: undefined, cidrIpv6: "::/0" },
      ICMP: { ipProtocol: "icmp", fromPort: -1, toPort: -1 },
    },
    refuses: {
      "a group that is not there": [{ securityGroupId: "sg-9" }, "InvalidGroup.NotFound"],
      "no source": [{ cidrIpv4: undefined }, "InvalidParameterCombination", "no source given"],
      "two sources": [{ cidrIpv6: "::/0" }, "InvalidParameterCombination", "exactly one"],
      "a port of 65536": [{ toPort: 65536 }, "InvalidParameterValue", "0 to 65535"],
      "TCP without ports": [{ fromPort: undefined, toPort: undefined }, "MissingParameter", "fromPort is missing"],
      "another protocol": [{ ipProtocol: "http" }, "InvalidParameterValue", "tcp, udp"],
      "IPv6 as IPv4": [{ cidrIpv4: "::/0" }, "InvalidParameterValue", "not an IPv4"],
      "the same rule twice": [{ fromPort: 443, toPort: 443 }, "InvalidPermission.Duplicate", "sgr-1"],
    },
  });
  table({
    type: plainType,
    base: {
      type: "ingress",
      securityGroupId: "sg-1",
      protocol: "tcp",
      fromPort: 80,
      toPort: 80,
      cidrBlocks: ["10.0.0.0/8"],
    },
    store: [web],
    accepts: { "the group itself": { cidrBlocks: undefined, self: true } },
    refuses: {
      "another direction": [{ type: "in" }, "InvalidParameterValue", "ingress, egress"],
      "no source": [{ cidrBlocks: [] }, "MissingParameter", "no source given"],
      "a source that is not there": [{ cidrBlocks: undefined, sourceSecurityGroupId: "sg-9" }, "InvalidGroup.NotFound"],
    },
  });

  it("refuses to delete a group in use", () => {
    const reference = stored(ingressType, "sgr-2", {
      ...rule,
      securityGroupId: "sg-2",
      cidrIpv4: undefined,
      referencedSecurityGroupId: "sg-1",
    });
    const service = stored("aws:ecs/service:Service", "app", { networkConfiguration: { securityGroups: ["sg-1"] } });
    expectRefusal(deletion(web, [reference]), "DependencyViolation", "SecurityGroupIngressRule sgr-2");
    expectRefusal(deletion(web, [service]), "DependencyViolation", "Service app");
    assert.deepEqual(deletion(web, [stored(ingressType, "sgr-1", rule)]), []);
  });
});
