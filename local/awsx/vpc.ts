import { getAvailabilityZones } from "@pulumi/aws/getAvailabilityZones";
import { InternetGateway } from "@pulumi/aws/ec2/internetGateway";
import { Vpc as AwsVpc } from "@pulumi/aws/ec2/vpc";
import * as pulumi from "@pulumi/pulumi";
import type { VpcArgs } from "./args";
import { checkArgs, natStrategy } from "./args";
import { dnsDefaults, createEndpoints } from "./endpoints";
import type { Children } from "./network";
import { createSubnets } from "./network";
import { planSubnets } from "./subnets";

/** Constructs what the real `awsx:ec2:Vpc` constructs: the same children, names, parents and outputs. */
export class Vpc extends pulumi.ComponentResource {
  constructor(name: string, opts: pulumi.ComponentResourceOptions) {
    super("awsx:ec2:Vpc", name, {}, opts);
  }

  /** The zones are looked up, so the children come after construction. */
  async build(name: string, inputs: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
    const args = checkArgs(inputs);
    const zones = args.availabilityZoneNames ?? (await this.defaultZones(args));
    const strategy = natStrategy(args);
    const cidrBlock = args.cidrBlock ?? "10.0.0.0/16";
    const planned = planSubnets({
      vpcName: name,
      cidrBlock,
      zones,
      strategy: args.subnetStrategy === "Exact" ? "Exact" : "Auto",
      ...(args.subnetSpecs && { specs: args.subnetSpecs }),
      ...(args.availabilityZoneCidrMask && { zoneMask: args.availabilityZoneCidrMask }),
    });
    const tags = { Name: name, ...args.tags };
    const vpc = new AwsVpc(name, { ...vpcInputs(args), cidrBlock, tags }, { parent: this });
    const inVpc = { parent: vpc, dependsOn: [vpc] };
    const gateway = new InternetGateway(name, { ...regionOf(args), vpcId: vpc.id, tags }, inVpc);
    const children = createSubnets({ name, args, tags, vpc, gateway, zones, planned, strategy });
    const vpcEndpoints = createEndpoints({ args, tags, vpc, zones, children });
    return {
      ...outputsOf(children, planned.length === 0 ? [] : layoutOf(args, planned)),
      vpc,
      vpcId: vpc.id,
      internetGateway: gateway,
      vpcEndpoints,
    };
  }

  private async defaultZones(args: VpcArgs): Promise<readonly string[]> {
    const wanted = args.numberOfAvailabilityZones ?? 3;
    const { names } = await getAvailabilityZones(regionOf(args), { parent: this });
    if (names.length >= wanted) return names.slice(0, wanted);
    throw new Error(
      `The region has ${names.length} availability zones and ${wanted} are wanted. Lower numberOfAvailabilityZones.`,
    );
  }
}

export function regionOf(args: VpcArgs): { region?: string } {
  return args.region === undefined ? {} : { region: args.region };
}

function vpcInputs(args: VpcArgs): Record<string, pulumi.Input<unknown>> {
  const { enableNetworkAddressUsageMetrics, instanceTenancy } = args;
  const given = { ...regionOf(args), ...dnsDefaults(args), enableNetworkAddressUsageMetrics, instanceTenancy };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function layoutOf(
  args: VpcArgs,
  planned: readonly { type: string; cidrBlock: string; zone: string }[],
): Record<string, unknown>[] {
  if (args.subnetSpecs !== undefined)
    return args.subnetSpecs.map(({ type, name, cidrMask, cidrBlocks, size }) => ({
      type,
      name,
      cidrMask,
      cidrBlocks,
      size,
    }));
  const first = planned[0]?.zone;
  return planned
    .filter(({ zone }) => zone === first)
    .map(({ type, cidrBlock }) => ({ type, cidrMask: Number(cidrBlock.split("/")[1]) }));
}

function outputsOf(children: Children, subnetLayout: Record<string, unknown>[]): Record<string, unknown> {
  const ofType = (type: string) =>
    children.subnets.filter((subnet) => subnet.type === type).map(({ resource }) => resource);
  const [publicSubnets, privateSubnets, isolatedSubnets] = [ofType("Public"), ofType("Private"), ofType("Isolated")];
  const { routeTables, routeTableAssociations, routes, natGateways, eips } = children;
  return {
    subnets: children.subnets.map(({ resource }) => resource),
    publicSubnets,
    privateSubnets,
    isolatedSubnets,
    publicSubnetIds: publicSubnets.map(({ id }) => id),
    privateSubnetIds: privateSubnets.map(({ id }) => id),
    isolatedSubnetIds: isolatedSubnets.map(({ id }) => id),
    routeTables,
    routeTableAssociations,
    routes,
    natGateways,
    eips,
    subnetLayout,
  };
}
