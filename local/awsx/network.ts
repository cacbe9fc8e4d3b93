import { Eip } from "@pulumi/aws/ec2/eip";
import type { InternetGateway } from "@pulumi/aws/ec2/internetGateway";
import { NatGateway } from "@pulumi/aws/ec2/natGateway";
import { Route } from "@pulumi/aws/ec2/route";
import { RouteTable } from "@pulumi/aws/ec2/routeTable";
import { RouteTableAssociation } from "@pulumi/aws/ec2/routeTableAssociation";
import { Subnet } from "@pulumi/aws/ec2/subnet";
import type { Vpc } from "@pulumi/aws/ec2/vpc";
import type { Input } from "@pulumi/pulumi";
import type { NatStrategy, VpcArgs } from "./args";
import type { PlannedSubnet, SubnetType } from "./subnet";

export interface Children {
  readonly subnets: { readonly type: SubnetType; readonly zone: string; readonly resource: Subnet }[];
  readonly routeTables: RouteTable[];
  readonly routeTableAssociations: RouteTableAssociation[];
  readonly routes: Route[];
  readonly natGateways: NatGateway[];
  readonly eips: Eip[];
}

export interface Plan {
  readonly name: string;
  readonly args: VpcArgs;
  readonly tags: Readonly<Record<string, Input<string>>>;
  readonly vpc: Vpc;
  readonly gateway: InternetGateway;
  readonly zones: readonly string[];
  readonly planned: readonly PlannedSubnet[];
  readonly strategy: NatStrategy;
}

/** Public subnets come first: the NAT gateways in them must exist before private subnets route through them. */
const ORDER: readonly SubnetType[] = ["Public", "Private", "Isolated"];

export function createSubnets(plan: Plan): Children {
  const children: Children = {
    subnets: [],
    routeTables: [],
    routeTableAssociations: [],
    routes: [],
    natGateways: [],
    eips: [],
  };
  for (const [index, zone] of plan.zones.entries()) {
    const here = plan.planned.filter((subnet) => subnet.zone === zone && subnet.type !== "Unused");
    here.sort((left, right) => ORDER.indexOf(left.type) - ORDER.indexOf(right.type));
    for (const planned of here) createSubnet(plan, children, planned, index);
  }
  return children;
}

function createSubnet(plan: Plan, children: Children, planned: PlannedSubnet, zoneIndex: number): void {
  const { vpc } = plan;
  const region = plan.args.region === undefined ? {} : { region: plan.args.region };
  const tags = { ...plan.tags, Name: planned.name, SubnetType: planned.type };
  const subnet = new Subnet(
    planned.name,
    {
      ...region,
      vpcId: vpc.id,
      availabilityZone: planned.zone,
      mapPublicIpOnLaunch: planned.type === "Public",
      cidrBlock: planned.cidrBlock,
      assignIpv6AddressOnCreation: false,
      tags: { ...plan.tags, ...planned.tags, Name: planned.name, SubnetType: planned.type },
    },
    { parent: vpc, dependsOn: [vpc] },
  );
  children.subnets.push({ type: planned.type, zone: planned.zone, resource: subnet });
  const inSubnet = { parent: subnet, dependsOn: [subnet] };
  const table = new RouteTable(planned.name, { ...region, vpcId: vpc.id, tags }, inSubnet);
  children.routeTables.push(table);
  const inTable = { parent: table, dependsOn: [table] };
  const association = { ...region, routeTableId: table.id, subnetId: subnet.id };
  children.routeTableAssociations.push(new RouteTableAssociation(planned.name, association, inTable));
  if (planned.type === "Public") createNatGateway(plan, children, subnet, zoneIndex);
  const way = wayOut(plan, children, planned.type, zoneIndex);
  if (way === undefined) return;
  const route = { ...region, routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", ...way };
  children.routes.push(new Route(planned.name, route, inTable));
}

function wayOut(
  plan: Plan,
  children: Children,
  type: SubnetType,
  zoneIndex: number,
): { gatewayId?: Input<string>; natGatewayId?: Input<string> } | undefined {
  if (type === "Public") return { gatewayId: plan.gateway.id };
  const gateway = children.natGateways[plan.strategy === "single" ? 0 : zoneIndex];
  return type === "Private" && gateway !== undefined ? { natGatewayId: gateway.id } : undefined;
}

function createNatGateway(plan: Plan, children: Children, subnet: Subnet, zoneIndex: number): void {
  const wanted = { none: 0, single: 1, oneperaz: zoneIndex + 1 }[plan.strategy];
  if (children.natGateways.length >= wanted) return;
  const name = `${plan.name}-${zoneIndex + 1}`;
  const region = plan.args.region === undefined ? {} : { region: plan.args.region };
  const tags = { ...plan.args.tags, Name: name };
  const inSubnet = { parent: subnet, dependsOn: [subnet] };
  const given = plan.args.natGateways?.elasticIpAllocationIds?.[zoneIndex];
  const allocationId = given ?? createAddress().allocationId;
  children.natGateways.push(new NatGateway(name, { ...region, subnetId: subnet.id, allocationId, tags }, inSubnet));

  function createAddress(): Eip {
    const address = new Eip(name, { ...region, tags }, inSubnet);
    children.eips.push(address);
    return address;
  }
}
