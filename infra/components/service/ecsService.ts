import type { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm";
import { Service } from "@pulumi/aws/ecs/service";
import { all } from "@pulumi/pulumi";
import type { ComponentResource, Input, Output, Resource } from "@pulumi/pulumi";
import { containerName } from "../shared/agreements";
import type { ServiceRole } from "../shared/iam";
import { validated } from "../shared/validate";
import { deploymentSettings, DeploymentStrategy, tuningProblem } from "./deployment";
import type { DeploymentTuning } from "./deployment";
import type { FargateServiceArgs } from "./fargateService";
import { capacityStrategy } from "./placement";
import type { ServiceSettings } from "./settings";
import type { Traffic } from "./traffic";

/** How fast traffic moves to a new version. */
export interface DeploymentArgs {
  /** Minutes both versions run after all traffic moved, for every strategy but rolling. Defaults to 10. */
  readonly bakeMinutes?: Input<number>;
  /** Share of the traffic that a canary takes, in percent. Defaults to 10. */
  readonly canaryPercent?: Input<number>;
  /** Share of the traffic that each linear step moves, in percent. Defaults to 20. */
  readonly stepPercent?: Input<number>;
  /** Minutes a canary or a linear step is watched. Defaults to 5. */
  readonly stepBakeMinutes?: Input<number>;
}

export interface EcsServiceParts {
  readonly physicalName: string;
  readonly settings: ServiceSettings;
  readonly clusterName: Input<string>;
  readonly taskDefinitionArn: Input<string>;
  readonly traffic: Traffic;
  readonly trafficRole?: ServiceRole;
  readonly alarms: MetricAlarm[];
  readonly dependsOn: Resource[];
  readonly tags: Input<Record<string, Input<string>>>;
}

/** The ECS service, with a way back from every deployment that fails. */
export function createEcsService(
  name: string,
  args: FargateServiceArgs,
  parts: EcsServiceParts,
  parent: ComponentResource,
): Service {
  const { settings, traffic, trafficRole, alarms, tags } = parts;
  const { check, strategy, containerPort, desiredCount, ignoreChanges } = settings;
  const tuning = normalizeTuning(check, args.deployment ?? {});
  const breaker = strategy === DeploymentStrategy.Rolling ? { enable: true, rollback: true } : undefined;
  return new Service(
    `${name}-service`,
    {
      name: parts.physicalName,
      cluster: parts.clusterName,
      taskDefinition: parts.taskDefinitionArn,
      desiredCount,
      capacityProviderStrategies: capacityStrategy(args.spotPercent ?? 0),
      platformVersion: "LATEST",
      networkConfiguration: {
        subnets: args.privateSubnetIds,
        securityGroups: [traffic.network.taskGroup.id],
        assignPublicIp: args.assignPublicIp ?? false,
      },
      loadBalancers: [
        {
          containerName,
          containerPort,
          targetGroupArn: traffic.targets.blue.arn,
          advancedConfiguration: secondGroup(traffic, trafficRole),
        },
      ],
      healthCheckGracePeriodSeconds: 60,
      deploymentController: { type: "ECS" },
      deploymentConfiguration: tuning.apply((known) => deploymentSettings(strategy, known)),
      // ECS accepts a circuit breaker for rolling deployments only; alarms and bake time guard the others.
      deploymentCircuitBreaker: breaker,
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      alarms: { enable: true, rollback: true, alarmNames: alarms.map((alarm) => alarm.name) },
      availabilityZoneRebalancing: "ENABLED",
      enableExecuteCommand: args.enableExecuteCommand ?? false,
      enableEcsManagedTags: true,
      propagateTags: "SERVICE",
      // A service that cannot start its first tasks fails the update that creates it.
      waitForSteadyState: true,
      tags,
    },
    {
      parent,
      ignoreChanges,
      dependsOn: [
        traffic.targets.rule,
        ...traffic.network.rules,
        ...(trafficRole ? [trafficRole.policy] : []),
        ...parts.dependsOn,
      ],
    },
  );
}

function secondGroup({ targets }: Traffic, trafficRole?: ServiceRole) {
  if (targets.green === undefined || trafficRole === undefined) return undefined;
  return {
    alternateTargetGroupArn: targets.green.arn,
    productionListenerRule: targets.rule.arn,
    roleArn: trafficRole.arn,
  };
}

function normalizeTuning(check: string, args: DeploymentArgs): Output<DeploymentTuning> {
  const values = all([
    args.bakeMinutes ?? 10,
    args.canaryPercent ?? 10,
    args.stepPercent ?? 20,
    args.stepBakeMinutes ?? 5,
  ]);
  const tuning = values.apply(([bakeMinutes, canaryPercent, stepPercent, stepBakeMinutes]) => ({
    bakeMinutes,
    canaryPercent,
    stepPercent,
    stepBakeMinutes,
  }));
  return validated(check, "deployment", tuning, tuningProblem);
}
