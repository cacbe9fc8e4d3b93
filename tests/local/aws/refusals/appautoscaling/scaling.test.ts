import { arn, stored, table } from "../support";

const targetType = "aws:appautoscaling/target:Target";
const policyType = "aws:appautoscaling/policy:Policy";
const code = "ValidationException";
const at = "targetTrackingScalingPolicyConfiguration";
const clusterArn = arn("ecs", "cluster/main");
const target = {
  resourceId: "service/main/app",
  scalableDimension: "ecs:service:DesiredCount",
  serviceNamespace: "ecs",
  minCapacity: 2,
  maxCapacity: 10,
};
const { minCapacity: _min, maxCapacity: _max, ...reference } = target;
const cluster = stored("aws:ecs/cluster:Cluster", clusterArn, { name: "main" }, { arn: clusterArn, name: "main" });
const service = stored("aws:ecs/service:Service", "s", { name: "app", cluster: clusterArn });

describe("appautoscaling/scaling", () => {
  table({
    type: targetType,
    base: target,
    store: [cluster, service],
    accepts: {
      "one size": { minCapacity: 2, maxCapacity: 2 },
      "scaling to zero": { minCapacity: 0 },
      "another service": {
        resourceId: "table/t",
        scalableDimension: "dynamodb:table:ReadCapacityUnits",
        serviceNamespace: "dynamodb",
      },
    },
    refuses: {
      "an ARN": [{ resourceId: arn("ecs", "service/main/app") }, code, "service/<cluster name>/<service name>"],
      "a service that is not there": [{ resourceId: "service/main/web" }, code, "ECS service doesn't exist"],
      "a cluster that is not there": [{ resourceId: "service/other/app" }, code, "ECS service doesn't exist"],
      "a dimension of another namespace": [
        { scalableDimension: "dynamodb:table:ReadCapacityUnits" },
        code,
        "ecs:service:DesiredCount",
      ],
      "another namespace": [{ serviceNamespace: "fargate" }, code, "ecs"],
      "a minimum above the maximum": [{ minCapacity: 11 }, code, "must not be greater"],
      "-1 tasks": [{ minCapacity: -1 }, code, "0 to"],
    },
  });

  const cpu = {
    targetValue: 60,
    predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
  };
  table({
    type: policyType,
    base: { ...reference, name: "cpu", policyType: "TargetTrackingScaling", [at]: cpu },
    store: [
      stored(targetType, "service/main/app", target),
      stored(policyType, "taken", { ...reference, name: "taken" }),
    ],
    accepts: {
      "requests per target": {
        [`${at}.predefinedMetricSpecification`]: {
          predefinedMetricType: "ALBRequestCountPerTarget",
          resourceLabel: "app/lb/1/targetgroup/blue/2",
        },
      },
      steps: {
        policyType: "StepScaling",
        [at]: undefined,
        stepScalingPolicyConfiguration: {
          adjustmentType: "ChangeInCapacity",
          stepAdjustments: [{ scalingAdjustment: 1 }],
        },
      },
    },
    refuses: {
      "a target that is not there": [
        { resourceId: "service/main/web" },
        "ObjectNotFoundException",
        "no scalable target registered",
      ],
      "a name that is taken": [{ name: "taken" }, code, "exists already"],
      "another type": [{ policyType: "TargetTracking" }, code, "TargetTrackingScaling"],
      "steps without configuration": [{ policyType: "StepScaling" }, code, "stepScalingPolicyConfiguration is missing"],
      "a metric of another service": [
        { [`${at}.predefinedMetricSpecification.predefinedMetricType`]: "RDSReaderAverageCPUUtilization" },
        code,
        "ECSServiceAverageCPUUtilization",
      ],
      "requests without label": [
        { [`${at}.predefinedMetricSpecification.predefinedMetricType`]: "ALBRequestCountPerTarget" },
        code,
        "resourceLabel is missing",
      ],
      "no metric": [{ [`${at}.predefinedMetricSpecification`]: undefined }, code, "exactly one of"],
      "a target of 0": [{ [`${at}.targetValue`]: 0 }, code, "greater than 0"],
      "a cooldown in the past": [{ [`${at}.scaleInCooldown`]: -1 }, code, "0 to"],
    },
  });
  table({
    type: "aws:appautoscaling/scheduledAction:ScheduledAction",
    base: {
      ...reference,
      name: "night",
      schedule: "cron(0 20 * * ? *)",
      scalableTargetAction: { minCapacity: 0, maxCapacity: 0 },
    },
    store: [stored(targetType, "service/main/app", target)],
    accepts: { once: { schedule: "at(2030-01-01T00:00:00)" } },
    refuses: {
      "five fields of cron": [{ schedule: "cron(0 20 * * *)" }, code, "six fields"],
      "another schedule": [{ schedule: "daily" }, code, 'use "at(…)"'],
      "a minimum above the maximum": [{ "scalableTargetAction.minCapacity": 1 }, code, "must not be greater"],
      "a target that is not there": [{ resourceId: "service/main/web" }, "ObjectNotFoundException"],
    },
  });
});
