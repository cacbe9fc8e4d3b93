import { strict as assert } from "node:assert";
import { deletion, expectRefusal, stored, table } from "../support";

const natType = "aws:ec2/natGateway:NatGateway";
const routeType = "aws:ec2/route:Route";
const associationType = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const vpc = stored("aws:ec2/vpc:Vpc", "vpc-1");
const gateway = stored("aws:ec2/internetGateway:InternetGateway", "igw-1", { vpcId: "vpc-1" });
const subnet = (id: string, vpcId: string): ReturnType<typeof stored> => stored("aws:ec2/subnet:Subnet", id, { vpcId });
const address = (id: string): ReturnType<typeof stored> => stored("aws:ec2/eip:Eip", id, { domain: "vpc" });
const nat = stored(natType, "nat-1", { subnetId: "subnet-1", allocationId: "eipalloc-used" });
const routeTable = stored("aws:ec2/routeTable:RouteTable", "rtb-1", { vpcId: "vpc-1" });
const store = [
  ...[vpc, gateway, nat, routeTable, subnet("subnet-1", "vpc-1"), subnet("subnet-2", "vpc-2")],
  ...[address("eipalloc-1"), address("eipalloc-used")],
  stored("aws:ec2/vpc:Vpc", "vpc-2"),
  stored(routeType, "r-1", { routeTableId: "rtb-1", destinationCidrBlock: "10.9.0.0/16", gatewayId: "igw-1" }),
  stored(associationType, "rtbassoc-1", { routeTableId: "rtb-1", subnetId: "subnet-2" }),
];

describe("ec2/gateways", () => {
  table({
    type: natType,
    base: { subnetId: "subnet-1", allocationId: "eipalloc-1", connectivityType: "public" },
    store,
    accepts: { "a private one": { connectivityType: "private", allocationId: undefined } },
    refuses: {
      "no address": [{ allocationId: undefined }, "MissingParameter", "needs an elastic IP"],
      "a private one with address": [{ connectivityType: "private" }, "InvalidParameterCombination"],
      "a subnet that is not there": [{ subnetId: "subnet-9" }, "InvalidSubnetID.NotFound"],
      "an address that is not there": [{ allocationId: "eipalloc-9" }, "InvalidAllocationID.NotFound"],
      "an address in use": [{ allocationId: "eipalloc-used" }, "Resource.AlreadyAssociated", "nat-1"],
      "a network without internet gateway": [{ subnetId: "subnet-2" }, "Gateway.NotAttached", "vpc-2"],
    },
  });
  table({
    type: "aws:ec2/internetGateway:InternetGateway",
    base: { vpcId: "vpc-2" },
    store,
    refuses: {
      "a network that is not there": [{ vpcId: "vpc-9" }, "InvalidVpcID.NotFound"],
      "a second one": [{ vpcId: "vpc-1" }, "Resource.AlreadyAssociated", "igw-1"],
    },
  });
  table({
    type: routeType,
    base: { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" },
    store,
    accepts: { "a NAT gateway": { gatewayId: undefined, natGatewayId: "nat-1" } },
    refuses: {
      "a table that is not there": [{ routeTableId: "rtb-9" }, "InvalidRouteTableID.NotFound"],
      "a gateway that is not there": [{ gatewayId: "igw-9" }, "InvalidGatewayID.NotFound"],
      "a NAT gateway that is not there": [{ gatewayId: undefined, natGatewayId: "nat-9" }, "NatGatewayNotFound"],
      "no target": [{ gatewayId: undefined }, "InvalidParameterCombination", "no target"],
      "two targets": [{ natGatewayId: "nat-1" }, "InvalidParameterCombination", "gatewayId and natGatewayId"],
      "no destination": [{ destinationCidrBlock: undefined }, "InvalidParameterCombination", "no destination"],
      "a destination twice": [{ destinationCidrBlock: "10.9.0.0/16" }, "RouteAlreadyExists", "r-1"],
    },
  });
  table({
    type: associationType,
    base: { routeTableId: "rtb-1", subnetId: "subnet-1" },
    store,
    refuses: {
      "a table that is not there": [{ routeTableId: "rtb-9" }, "InvalidRouteTableID.NotFound"],
      "a second table": [{ subnetId: "subnet-2" }, "Resource.AlreadyAssociated", "rtbassoc-1"],
    },
  });

  it("refuses to delete what is in use", () => {
    expectRefusal(deletion(gateway, store), "DependencyViolation", "nat-1");
    expectRefusal(deletion(address("eipalloc-used"), store), "InvalidIPAddress.InUse", "NatGateway nat-1");
    expectRefusal(deletion(routeTable, store), "DependencyViolation", "rtbassoc-1");
    assert.deepEqual(deletion(gateway, []), []);
    assert.deepEqual(deletion(address("eipalloc-1"), store), []);
  });
});
