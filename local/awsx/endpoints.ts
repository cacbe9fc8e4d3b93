import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import { SecurityGroupRule } from "@pulumi/aws/ec2/securityGroupRule";
import type { Vpc } from "@pulumi/aws/ec2/vpc";
import type { VpcEndpointArgs } from "@pulumi/aws/ec2/vpcEndpoint";
import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import type { Input, Output } from "@pulumi/pulumi";
import { log } from "@pulumi/pulumi";
import type { EndpointSpec, VpcArgs } from "./args";
import type { Children } from "./network";

export interface EndpointPlan {
  readonly args: VpcArgs;
  readonly tags: Readonly<Record<string, Input<string>>>;
  readonly vpc: Vpc;
  readonly zones: readonly string[];
  readonly children: Children;
}

const kindOf = (spec: EndpointSpec): string => (spec.vpcEndpointType ?? "Gateway").toLowerCase();

/** Strategy "Auto" with private DNS needs both DNS attributes of the VPC. */
export function dnsDefaults(args: VpcArgs): Pick<VpcArgs, "enableDnsHostnames" | "enableDnsSupport"> {
  const specs = args.vpcEndpointSpecs ?? [];
  const needed = specs.some((spec) => kindOf(spec) === "interface" && spec.privateDnsEnabled !== false);
  const { enableDnsHostnames, enableDnsSupport } = args;
  if (args.vpcEndpointStrategy !== "Auto" || !needed) return { enableDnsHostnames, enableDnsSupport };
  return { enableDnsHostnames: enableDnsHostnames ?? true, enableDnsSupport: enableDnsSupport ?? true };
}

export function createEndpoints(plan: EndpointPlan): VpcEndpoint[] {
  const automatic = plan.args.vpcEndpointStrategy === "Auto";
  return (plan.args.vpcEndpointSpecs ?? []).map((spec) => {
    if (!automatic) warnIncomplete(spec, plan.vpc);
    const region = spec.region ?? plan.args.region;
    const wiring = automatic ? automaticWiring(plan, spec) : {};
    const inputs = {
      ...wiring,
      ...spec,
      ...(region && { region }),
      tags: { ...plan.tags, ...spec.tags },
      vpcId: plan.vpc.id,
    };
    return new VpcEndpoint(spec.serviceName, inputs as VpcEndpointArgs, { parent: plan.vpc, dependsOn: [plan.vpc] });
  });
}

function automaticWiring(plan: EndpointPlan, spec: EndpointSpec): Partial<VpcEndpointArgs> {
  if (kindOf(spec) === "gateway") return { routeTableIds: plan.children.routeTables.map(({ id }) => id) };
  if (kindOf(spec) !== "interface") return {};
  return {
    privateDnsEnabled: true,
    ...(spec.subnetConfigurations === undefined ? { subnetIds: onePerZone(plan) } : {}),
    ...(spec.securityGroupIds === undefined ? { securityGroupIds: [securityGroup(plan, spec)] } : {}),
  };
}

/** The real component prefers private subnets, then isolated, then public ones. */
function onePerZone({ zones, children }: EndpointPlan): Output<string>[] {
  return zones.flatMap((zone) => {
    const here = children.subnets.filter((subnet) => subnet.zone === zone);
    const best = ["Private", "Isolated", "Public"].flatMap((type) => here.filter((subnet) => subnet.type === type))[0];
    return best === undefined ? [] : [best.resource.id];
  });
}

function securityGroup(plan: EndpointPlan, spec: EndpointSpec): Output<string> {
  const { vpc } = plan;
  const region = spec.region ?? plan.args.region;
  const place = region === undefined ? {} : { region };
  const inputs = { ...place, vpcId: vpc.id, tags: { ...plan.tags, ...spec.tags } };
  const group = new SecurityGroup(`${spec.serviceName}-sg`, inputs, { parent: vpc, dependsOn: [vpc] });
  const https = { type: "ingress", protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: [vpc.cidrBlock] };
  const rule = { ...place, securityGroupId: group.id, ...https };
  new SecurityGroupRule(`${spec.serviceName}-ingress`, rule, { parent: vpc, dependsOn: [group] });
  return group.id;
}

function warnIncomplete(spec: EndpointSpec, vpc: Vpc): void {
  const kind = kindOf(spec);
  const missing =
    kind === "interface" && spec.subnetIds === undefined && spec.subnetConfigurations === undefined
      ? "subnetIds or subnetConfigurations"
      : kind === "gateway" && spec.routeTableIds === undefined
        ? "routeTableIds"
        : undefined;
  if (missing === undefined) return;
  const text = `VPC endpoint "${spec.serviceName}" is without ${missing}. Set vpcEndpointStrategy to "Auto" to use those of the VPC.`;
  void log.warn(text, vpc);
}
