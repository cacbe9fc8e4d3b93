import type { LoadBalancer } from "@pulumi/aws/lb/loadBalancer";
import type { ComponentResource, Input } from "@pulumi/pulumi";
import { createEntrance } from "./loadBalancer";
import type { LoadBalancerArgs } from "./loadBalancer";
import { createNetwork } from "./network";
import type { ServiceNetwork } from "./network";
import type { ServicePlacementArgs } from "./placement";
import { createTargets } from "./targets";
import type { Targets } from "./targets";

/** How traffic reaches the service. */
export interface ServiceTrafficArgs {
  /** ARN of the certificate of the HTTPS listener. */
  readonly certificateArn: Input<string>;
  /** Whether the load balancer faces the internet. */
  readonly internetFacing: boolean;
  /** Host name that the certificate is for. Defaults to the load balancer's own. */
  readonly domainName?: Input<string>;
  /** Path that answers 200 once a task can take traffic. Defaults to "/readyz". */
  readonly healthCheckPath?: Input<string>;
  /** What lies between clients and tasks. Defaults to everybody for an internet-facing load balancer. */
  readonly loadBalancer?: LoadBalancerArgs;
}

export interface TrafficSurroundings {
  readonly placement: ServicePlacementArgs;
  readonly loadBalancerName: string;
  readonly containerPort: Input<number>;
  readonly shifting: boolean;
  readonly tags: Input<Record<string, Input<string>>>;
}

export interface Traffic {
  readonly network: ServiceNetwork;
  readonly loadBalancer: LoadBalancer;
  readonly targets: Targets;
}

/** The way from clients to tasks: security groups, load balancer, target groups. */
export function createTraffic(
  name: string,
  args: ServiceTrafficArgs,
  around: TrafficSurroundings,
  parent: ComponentResource,
): Traffic {
  const { placement, containerPort, shifting, tags } = around;
  const { internetFacing, loadBalancer: options = {} } = args;
  const { vpcId } = placement;
  const ingressCidrBlocks = options.ingressCidrBlocks ?? [internetFacing ? "0.0.0.0/0" : "10.0.0.0/8"];
  const network = createNetwork(
    name,
    { vpcId, containerPort, ingressCidrBlocks, egress: placement.egress, tags },
    parent,
  );
  const { loadBalancer, https } = createEntrance(
    name,
    {
      physicalName: around.loadBalancerName,
      internetFacing,
      subnetIds: internetFacing ? placement.publicSubnetIds : placement.privateSubnetIds,
      securityGroupId: network.loadBalancerGroup.id,
      certificateArn: args.certificateArn,
      args: options,
      tags,
    },
    parent,
  );
  const targets = createTargets(
    name,
    {
      vpcId,
      containerPort,
      healthCheckPath: args.healthCheckPath ?? "/readyz",
      deregistrationDelaySeconds: options.deregistrationDelaySeconds ?? 30,
      shifting,
      listener: https,
      tags,
    },
    parent,
  );
  return { network, loadBalancer, targets };
}
