import { strict as assert } from "node:assert";
import { contains, overlaps } from "../../../../../local/aws/refusals/ec2/cidr";
import { deletion, expectRefusal, stored, table } from "../support";

const vpcType = "aws:ec2/vpc:Vpc";
const subnetType = "aws:ec2/subnet:Subnet";
const vpc = stored(vpcType, "vpc-1", { cidrBlock: "10.0.0.0/16" });
const subnet = stored(subnetType, "subnet-1", { vpcId: "vpc-1", cidrBlock: "10.0.0.0/20" });

describe("ec2/network", () => {
  table({
    type: vpcType,
    base: { cidrBlock: "10.0.0.0/16", enableDnsSupport: true, enableDnsHostnames: true },
    accepts: { "the smallest block": { cidrBlock: "10.0.0.0/28" } },
    refuses: {
      "/15": [{ cidrBlock: "10.0.0.0/15" }, "InvalidVpc.Range", "/16 to /28"],
      "/29": [{ cidrBlock: "10.0.0.0/29" }, "InvalidVpc.Range"],
      "bits after the prefix": [{ cidrBlock: "10.0.1.0/16" }, "InvalidParameterValue", "write 10.0.0.0/16"],
      "an address": [{ cidrBlock: "10.0.0.0" }, "InvalidParameterValue", "not a valid CIDR"],
      "an octet of 256": [{ cidrBlock: "10.256.0.0/16" }, "InvalidParameterValue"],
      "no block": [{ cidrBlock: undefined }, "MissingParameter"],
      "names without support": [{ enableDnsSupport: false }, "InvalidParameterCombination", "enableDnsSupport to true"],
    },
  });
  table({
    type: subnetType,
    base: { vpcId: "vpc-1", cidrBlock: "10.0.16.0/20", availabilityZone: "eu-west-1a" },
    store: [
      vpc,
      subnet,
      stored("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "a", {
        vpcId: "vpc-1",
        cidrBlock: "100.64.0.0/16",
      }),
    ],
    accepts: {
      "a secondary block": { cidrBlock: "100.64.0.0/20" },
      "its own block on an update": [
        { cidrBlock: "10.0.0.0/20" },
        { operation: "update", id: "subnet-1", urn: subnet.urn },
      ],
    },
    refuses: {
      "a network that is not there": [{ vpcId: "vpc-9" }, "InvalidVpcID.NotFound"],
      "a block outside": [{ cidrBlock: "10.1.0.0/20" }, "InvalidSubnet.Range", "not inside the VPC"],
      "a block that overlaps": [{ cidrBlock: "10.0.8.0/21" }, "InvalidSubnet.Conflict", "subnet-1 (10.0.0.0/20)"],
      "/29": [{ cidrBlock: "10.0.16.0/29" }, "InvalidSubnet.Range"],
      "a zone of another region": [
        { availabilityZone: "us-east-1a" },
        "InvalidParameterValue",
        "not a zone of eu-west-1",
      ],
    },
  });

  it("refuses to delete what is in use", () => {
    const service = stored("aws:ecs/service:Service", "app", { networkConfiguration: { subnets: ["subnet-1"] } });
    const gateway = stored("aws:ec2/internetGateway:InternetGateway", "igw-1", { vpcId: "vpc-1" });
    expectRefusal(deletion(vpc, [subnet]), "DependencyViolation", "Subnet subnet-1");
    expectRefusal(deletion(vpc, [gateway]), "DependencyViolation", "InternetGateway igw-1");
    expectRefusal(deletion(subnet, [service]), "DependencyViolation", "Service app");
    assert.deepEqual(
      deletion(vpc, [stored("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "sg-0", { vpcId: "vpc-2" })]),
      [],
    );
    assert.deepEqual(deletion(subnet, []), []);
  });

  it("compares blocks", () => {
    assert.deepEqual([contains("10.0.0.0/16", "10.0.255.0/24"), contains("10.0.0.0/24", "10.0.0.0/16")], [true, false]);
    assert.deepEqual([overlaps("10.0.0.0/24", "10.0.0.128/25"), overlaps("10.0.0.0/24", "10.0.1.0/24")], [true, false]);
    assert.deepEqual([contains("x", "10.0.0.0/16"), overlaps("10.0.0.0/16", undefined)], [false, false]);
  });
});
