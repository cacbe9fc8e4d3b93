import { oneOf, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, recordsAt, textAt } from "../paths";
import { when } from "../rules";

const code = "ValidationException";
export const tracking = "targetTrackingScalingPolicyConfiguration";
export const stepping = "stepScalingPolicyConfiguration";
const ecsMetrics = [
  "ECSServiceAverageCPUUtilization",
  "ECSServiceAverageMemoryUtilization",
  "ALBRequestCountPerTarget",
];

/** Each type of policy has its own configuration. */
export function refuseConfiguration({ inputs }: Call): Refusal[] {
  const type = textAt(inputs, "policyType");
  const needed: Record<string, string> = { TargetTrackingScaling: tracking, StepScaling: stepping };
  const other = type === "TargetTrackingScaling" ? stepping : tracking;
  const name = type === undefined ? undefined : needed[type];
  if (name === undefined) return [];
  return [
    ...when(!isSet(inputs, name), code, name, `${name} is missing: policyType ${type} needs it.`),
    ...when(
      isSet(inputs, other),
      code,
      other,
      `${other} is set and policyType is ${type}: remove it, or change policyType.`,
    ),
  ];
}

/** One metric; requests per target need to know which target group. */
export function refuseMetric({ inputs }: Call): Refusal[] {
  const at = `${tracking}.predefinedMetricSpecification`;
  const isBoth = isSet(inputs, at) === isSet(inputs, `${tracking}.customizedMetricSpecification`);
  const metric = textAt(inputs, `${at}.predefinedMetricType`);
  const label = textAt(inputs, `${at}.resourceLabel`);
  const isEcs = textAt(inputs, "serviceNamespace") === "ecs";
  const problem = metric === undefined || !isEcs ? undefined : oneOf(...ecsMetrics)(metric);
  const isByRequest = metric === "ALBRequestCountPerTarget";
  return [
    ...when(
      isSet(inputs, tracking) && isBoth,
      code,
      tracking,
      `${tracking} needs exactly one of predefinedMetricSpecification and customizedMetricSpecification.`,
    ),
    ...when(
      problem !== undefined,
      code,
      `${at}.predefinedMetricType`,
      `${at}.predefinedMetricType is ${show(metric)}: ${problem}.`,
    ),
    ...when(
      isByRequest && !isSet(inputs, `${at}.resourceLabel`),
      code,
      `${at}.resourceLabel`,
      `${at}.resourceLabel is missing: ALBRequestCountPerTarget needs "app/<load balancer>/<id>/targetgroup/<target group>/<id>".`,
    ),
    ...when(
      isByRequest && label !== undefined && !/^app\/[^/]+\/[^/]+\/targetgroup\/[^/]+\/[^/]+$/.test(label),
      code,
      `${at}.resourceLabel`,
      `${at}.resourceLabel is ${show(label)}: write it like "app/<load balancer>/<id>/targetgroup/<target group>/<id>".`,
    ),
    ...recordsAt(inputs, tracking).flatMap(({ value }) =>
      when(
        Number(value.targetValue) <= 0,
        code,
        `${tracking}.targetValue`,
        `${tracking}.targetValue must be greater than 0.`,
      ),
    ),
  ];
}
