import type { Input } from "@pulumi/pulumi";
import type { ServiceEgressArgs } from "./network";

/** Where the service runs. */
export interface ServicePlacementArgs {
  /** Id of the VPC. */
  readonly vpcId: Input<string>;
  /** Ids of the public subnets, for an internet-facing load balancer. */
  readonly publicSubnetIds: Input<Input<string>[]>;
  /** Ids of the private subnets, for tasks and an internal load balancer. */
  readonly privateSubnetIds: Input<Input<string>[]>;
  /** Whether tasks get public addresses: only for subnets that have no other way out. Defaults to false. */
  readonly assignPublicIp?: Input<boolean>;
  /** Where tasks may connect to. Defaults to TLS anywhere. */
  readonly egress?: ServiceEgressArgs;
  /** Name of an existing cluster with Fargate's capacity providers. Defaults to a cluster of its own. */
  readonly clusterName?: Input<string>;
  /** Whether a cluster of its own encrypts task storage with the key, which must then admit Fargate. Defaults to true. */
  readonly encryptTaskStorage?: boolean;
  /** Share of the tasks above the first that run on Spot capacity, 0 to 100 percent. Defaults to 0. */
  readonly spotPercent?: number;
}

export interface CapacityShare {
  readonly capacityProvider: "FARGATE" | "FARGATE_SPOT";
  readonly weight: number;
  readonly base: number;
}

/** One task always runs on capacity that AWS does not take back; the rest by weight. */
export function capacityStrategy(spotPercent: number): CapacityShare[] {
  const onDemand: CapacityShare = { capacityProvider: "FARGATE", weight: 100 - spotPercent, base: 1 };
  if (spotPercent === 0) return [{ ...onDemand, weight: 1 }];
  return [onDemand, { capacityProvider: "FARGATE_SPOT", weight: spotPercent, base: 0 }];
}
