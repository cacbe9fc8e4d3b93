import { strict as assert } from "node:assert";
import { hasWayOut } from "../../../policies/network/waysOut";
import { stackOf, unknown } from "../../support/policy";
import type { Described } from "../../support/policy";

const vpc = { type: "aws:ec2/vpc:Vpc", name: "vpc" };

describe("a way out of a VPC without public addresses", () => {
  const route = (props: object, dependsOn = {}) => [
    { type: "aws:ec2/routeTable:RouteTable", name: "table", props: { vpcId: unknown }, dependsOn: { vpcId: ["vpc"] } },
    {
      type: "aws:ec2/route:Route",
      name: "route",
      props: { routeTableId: unknown, destinationCidrBlock: "0.0.0.0/0", ...props },
      dependsOn: { routeTableId: ["table"], ...dependsOn },
    },
  ];
  const elsewhere = [
    { type: "aws:ec2/vpc:Vpc", name: "other" },
    { type: "aws:ec2/subnet:Subnet", name: "far", props: { vpcId: unknown }, dependsOn: { vpcId: ["other"] } },
  ];
  const ways: [way: string, resources: Described[], passes: boolean][] = [
    [
      "a NAT gateway of another VPC",
      [
        ...elsewhere,
        {
          type: "aws:ec2/natGateway:NatGateway",
          name: "nat",
          props: { subnetId: unknown },
          dependsOn: { subnetId: ["far"] },
        },
      ],
      false,
    ],
    [
      "a private NAT gateway",
      [{ type: "aws:ec2/natGateway:NatGateway", name: "nat", props: { connectivityType: "private" } }],
      false,
    ],
    [
      "a transit gateway",
      [
        {
          type: "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
          name: "transit",
          props: { vpcId: unknown },
          dependsOn: { vpcId: ["vpc"] },
        },
      ],
      true,
    ],
    ["an appliance that a route names", route({ networkInterfaceId: "eni-1" }), true],
    ["an internet gateway, which needs public addresses", route({ gatewayId: "igw-1" }), false],
    ["an egress-only gateway, which serves IPv6 alone", route({ egressOnlyGatewayId: "eigw-1" }), false],
  ];
  for (const [way, resources, passes] of ways) {
    it(`is ${passes ? "" : "not "}${way}`, () => {
      const stack = stackOf(vpc, ...resources);
      const [target] = stack.all;
      assert.ok(target);
      assert.equal(hasWayOut(stack, target), passes);
    });
  }
});
