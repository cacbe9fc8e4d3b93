import type { Input } from "@pulumi/pulumi";
import type { SubnetSpec } from "./subnet";

export interface EndpointSpec {
  readonly serviceName: string;
  readonly vpcEndpointType?: string;
  readonly subnetIds?: Input<Input<string>[]>;
  readonly subnetConfigurations?: unknown;
  readonly securityGroupIds?: Input<Input<string>[]>;
  readonly routeTableIds?: Input<Input<string>[]>;
  readonly privateDnsEnabled?: Input<boolean>;
  readonly policy?: Input<string>;
  readonly region?: Input<string>;
  readonly tags?: Readonly<Record<string, Input<string>>>;
}

/** The inputs of `awsx:ec2:Vpc` that the stand-in acts on; those of `aws:ec2/vpc:Vpc` are passed on as they are. */
export interface VpcArgs {
  readonly region?: string;
  readonly cidrBlock?: string;
  readonly availabilityZoneCidrMask?: number;
  readonly availabilityZoneNames?: readonly string[];
  readonly numberOfAvailabilityZones?: number;
  readonly natGateways?: { readonly strategy?: string; readonly elasticIpAllocationIds?: readonly Input<string>[] };
  readonly subnetSpecs?: readonly SubnetSpec[];
  readonly subnetStrategy?: string;
  readonly vpcEndpointSpecs?: readonly EndpointSpec[];
  readonly vpcEndpointStrategy?: string;
  readonly enableDnsHostnames?: Input<boolean>;
  readonly enableDnsSupport?: Input<boolean>;
  readonly enableNetworkAddressUsageMetrics?: Input<boolean>;
  readonly instanceTenancy?: Input<string>;
  readonly tags?: Readonly<Record<string, Input<string>>>;
}

/** Inputs of the real component that the stand-in has no answer to. */
const UNSUPPORTED = [
  "assignGeneratedIpv6CidrBlock",
  "ipv4IpamPoolId",
  "ipv4NetmaskLength",
  "ipv6CidrBlock",
  "ipv6CidrBlockNetworkBorderGroup",
  "ipv6IpamPoolId",
  "ipv6NetmaskLength",
];

export function checkArgs(inputs: Readonly<Record<string, unknown>>): VpcArgs {
  const args = inputs as VpcArgs;
  const unsupported = UNSUPPORTED.find((name) => inputs[name] !== undefined);
  if (unsupported !== undefined)
    throw new Error(`The awsx stand-in does not support '${unsupported}'. Leave it out in the sandbox.`);
  if (args.availabilityZoneNames !== undefined && args.numberOfAvailabilityZones !== undefined) {
    throw new Error("Only one of availabilityZoneNames and numberOfAvailabilityZones can be given. Remove one.");
  }
  if (args.subnetStrategy !== "Auto" && args.subnetStrategy !== "Exact") {
    const given = args.subnetStrategy ?? "not set, which means Legacy";
    throw new Error(`subnetStrategy is ${given}. The awsx stand-in knows "Auto" and "Exact": set one of them.`);
  }
  return args;
}

export type NatStrategy = "none" | "single" | "oneperaz";

export function natStrategy(args: VpcArgs): NatStrategy {
  const strategy = (args.natGateways?.strategy ?? "OnePerAz").toLowerCase();
  if (strategy !== "none" && strategy !== "single" && strategy !== "oneperaz") {
    throw new Error(`natGateways.strategy is '${strategy}'. Use None, Single or OnePerAz.`);
  }
  const types = (args.subnetSpecs ?? []).map((spec) => spec.type);
  const complete = types.includes("Public") && (types.includes("Private") || types.includes("Isolated"));
  if (strategy !== "none" && args.subnetSpecs !== undefined && !complete) {
    throw new Error(
      `natGateways.strategy '${strategy}' needs public subnets and private or isolated ones. Add them, or use None.`,
    );
  }
  checkAddresses(strategy, args);
  return strategy;
}

function checkAddresses(strategy: NatStrategy, args: VpcArgs): void {
  const given = args.natGateways?.elasticIpAllocationIds?.length ?? 0;
  const zones = args.availabilityZoneNames?.length ?? args.numberOfAvailabilityZones ?? 3;
  const allowed = { none: 0, single: 1, oneperaz: zones }[strategy];
  if (given !== 0 && given !== allowed) {
    throw new Error(
      `natGateways.elasticIpAllocationIds has ${given} entries and strategy '${strategy}' takes ${allowed}.`,
    );
  }
}
