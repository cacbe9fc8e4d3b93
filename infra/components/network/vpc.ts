import type { RouteTable } from "@pulumi/aws/ec2/routeTable";
import { Vpc } from "@pulumi/awsx/ec2/vpc";
import { output } from "@pulumi/pulumi";
import type { ComponentResourceOptions, Input, Output, ResourceTransform } from "@pulumi/pulumi";
import { natStrategy } from "./egress";
import { splitRange } from "./subnets";

/** What the rest of the network needs to know of a VPC, whoever made it. */
export interface VpcParts {
  readonly vpcId: Output<string>;
  readonly publicSubnetIds: Output<string[]>;
  readonly privateSubnetIds: Output<string[]>;
  readonly routeTableIds: Output<string[]>;
}

export interface VpcDefinition {
  readonly cidrBlock: string;
  readonly zones: number;
  readonly egress: string;
  readonly tags: Input<Record<string, Input<string>>>;
}

/** The one place that knows awsx. */
export function createVpc(name: string, args: VpcDefinition, opts: ComponentResourceOptions): VpcParts {
  const { cidrBlock, zones, egress, tags } = args;
  const ranges = splitRange(cidrBlock, zones);
  const vpc = new Vpc(
    name,
    {
      cidrBlock,
      numberOfAvailabilityZones: zones,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      // Ranges are spelled out: awsx would divide the VPC by the number of zones, and move every subnet with it.
      subnetStrategy: "Auto",
      subnetSpecs: [
        { type: "Private", cidrBlocks: ranges.private },
        { type: "Public", cidrBlocks: ranges.public },
      ],
      natGateways: { strategy: natStrategy(egress) },
      tags,
    },
    { ...opts, transforms: [withoutPublicAddresses] },
  );
  return {
    vpcId: vpc.vpcId,
    publicSubnetIds: vpc.publicSubnetIds,
    privateSubnetIds: vpc.privateSubnetIds,
    routeTableIds: vpc.routeTables.apply((tables) => output(tables.map(idOf))),
  };
}

/** Unless all of `@pulumi/aws/ec2` is loaded, the SDK hands a resource of another process over as its mere id. */
const idOf = (table: RouteTable | string) => (typeof table === "string" ? table : table.id);

/** awsx gives a public address to whatever starts in a public subnet, and has no switch for it. */
const withoutPublicAddresses: ResourceTransform = ({ type, props, opts }) =>
  type === "aws:ec2/subnet:Subnet" ? { props: { ...props, mapPublicIpOnLaunch: false }, opts } : undefined;
