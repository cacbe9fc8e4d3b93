import { characters, fields, oneOf, show, wholeNumber } from "../checks";
import type { Check } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { cronProblem } from "../events/schedule";
import { numberAt, textAt } from "../paths";
import { stored } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { refuseConfiguration, refuseMetric, stepping, tracking } from "./scalingPolicy";
import { refuseMissingService, refuseResourceId } from "./resourceId";

const code = "ValidationException";
export const targetType = "aws:appautoscaling/target:Target";
const policyType = "aws:appautoscaling/policy:Policy";
const capacity = wholeNumber(0, 2147483647);
const byResource = ["resourceId", "scalableDimension", "serviceNamespace"];

const schedule: Check = (value) => {
  const text = String(value);
  if (/^at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)$/.test(text) || /^rate\(\d+ (minute|hour|day)s?\)$/.test(text))
    return undefined;
  const cron = /^cron\((.+)\)$/.exec(text)?.[1];
  return cron === undefined ? 'use "at(…)", "rate(…)" or "cron(…)"' : cronProblem(cron.trim().split(/\s+/));
};

export const scalingRules: RuleTable = {
  [targetType]: {
    inputs: [fields(code, { minCapacity: capacity, maxCapacity: capacity }), refuseResourceId, refuseRange("")],
    account: [refuseMissingService],
  },
  [policyType]: {
    inputs: [
      fields(code, {
        name: characters(1, 256),
        policyType: oneOf("StepScaling", "TargetTrackingScaling", "PredictiveScaling"),
        [`${tracking}.scaleInCooldown`]: capacity,
        [`${tracking}.scaleOutCooldown`]: capacity,
        [`${tracking}.customizedMetricSpecification.statistic`]: oneOf(
          "Average",
          "Minimum",
          "Maximum",
          "SampleCount",
          "Sum",
        ),
        [`${stepping}.adjustmentType`]: oneOf("ChangeInCapacity", "PercentChangeInCapacity", "ExactCapacity"),
        [`${stepping}.metricAggregationType`]: oneOf("Average", "Minimum", "Maximum"),
      }),
      refuseResourceId,
      refuseConfiguration,
      refuseMetric,
    ],
    account: [
      refuseWithoutTarget,
      unique(code, policyType, "policy of this target", { key: "name", within: byResource }),
    ],
  },
  "aws:appautoscaling/scheduledAction:ScheduledAction": {
    inputs: [
      fields(code, { name: characters(1, 256), schedule }),
      refuseResourceId,
      refuseRange("scalableTargetAction."),
    ],
    account: [refuseWithoutTarget],
  },
};

function refuseRange(prefix: string) {
  return ({ inputs }: Call): Refusal[] => {
    const least = numberAt(inputs, `${prefix}minCapacity`);
    const most = numberAt(inputs, `${prefix}maxCapacity`);
    return when(
      least !== undefined && most !== undefined && least > most,
      code,
      `${prefix}minCapacity`,
      `${prefix}minCapacity is ${least} and ${prefix}maxCapacity is ${most}: the minimum must not be greater than the maximum.`,
    );
  };
}

function isSameTarget(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  return byResource.every((name) => one[name] === other[name]);
}

function refuseWithoutTarget(call: Call): Refusal[] {
  const id = textAt(call.inputs, "resourceId");
  if (id === undefined || stored(call, targetType).some((one) => isSameTarget(one.inputs, call.inputs))) return [];
  const message = `resourceId is ${show(id)}: no scalable target registered for it. Create an aws.appautoscaling.Target with the same resourceId, scalableDimension and serviceNamespace first.`;
  return [refusal("ObjectNotFoundException", "resourceId", message)];
}
