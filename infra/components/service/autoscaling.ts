import { Policy } from "@pulumi/aws/appautoscaling/policy";
import { Target } from "@pulumi/aws/appautoscaling/target";
import { interpolate } from "@pulumi/pulumi";
import type { ComponentResource, Input } from "@pulumi/pulumi";

/** How the number of tasks follows the load. */
export interface ScalingArgs {
  /** Fewest tasks. Defaults to `desiredCount`. */
  readonly minimumCount?: Input<number>;
  /** Most tasks. */
  readonly maximumCount: Input<number>;
  /** Average CPU utilization to keep, in percent. Defaults to 60. */
  readonly targetCpuPercent?: Input<number>;
  /** Average memory utilization to keep, in percent. Defaults to 75. */
  readonly targetMemoryPercent?: Input<number>;
}

export interface ScalingDefinition extends ScalingArgs {
  readonly clusterName: Input<string>;
  readonly serviceName: Input<string>;
  readonly desiredCount: Input<number>;
  readonly tags: Input<Record<string, Input<string>>>;
}

/** Target tracking on CPU and memory: out quickly, in slowly. */
export function createScaling(name: string, definition: ScalingDefinition, parent: ComponentResource): Target {
  const target = new Target(
    `${name}-scaling`,
    {
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: interpolate`service/${definition.clusterName}/${definition.serviceName}`,
      minCapacity: definition.minimumCount ?? definition.desiredCount,
      maxCapacity: definition.maximumCount,
      tags: definition.tags,
    },
    { parent },
  );
  const track = (noun: string, predefinedMetricType: string, targetValue: Input<number>) =>
    new Policy(
      `${name}-scaling-${noun}`,
      {
        name: noun,
        policyType: "TargetTrackingScaling",
        serviceNamespace: target.serviceNamespace,
        scalableDimension: target.scalableDimension,
        resourceId: target.resourceId,
        targetTrackingScalingPolicyConfiguration: {
          predefinedMetricSpecification: { predefinedMetricType },
          targetValue,
          scaleOutCooldown: 60,
          scaleInCooldown: 300,
        },
      },
      { parent },
    );
  track("cpu", "ECSServiceAverageCPUUtilization", definition.targetCpuPercent ?? 60);
  track("memory", "ECSServiceAverageMemoryUtilization", definition.targetMemoryPercent ?? 75);
  return target;
}
