import type { Call, Refusal } from "../contract";
import { isSet, numberAt, textAt, valueAt } from "../paths";
import { refusal, when } from "../rules";

const invalid = "ValidationError";
export const bands = [
  "LessThanLowerOrGreaterThanUpperThreshold",
  "LessThanLowerThreshold",
  "GreaterThanUpperThreshold",
];

/** What the metric is compared with. */
export function refuseThreshold({ inputs }: Call): Refusal[] {
  if (isSet(inputs, "evaluationCriteria")) return [];
  const operator = textAt(inputs, "comparisonOperator");
  const isBand = bands.includes(operator ?? "");
  const missing = ["comparisonOperator", "evaluationPeriods"].filter((name) => !isSet(inputs, name));
  return [
    ...missing.map((name) => refusal(invalid, name, `${name} is missing: set it.`)),
    ...when(
      isBand && !isSet(inputs, "thresholdMetricId"),
      invalid,
      "thresholdMetricId",
      `comparisonOperator is ${operator} and thresholdMetricId is missing: name the query with ANOMALY_DETECTION_BAND.`,
    ),
    ...when(
      operator !== undefined && !isBand && !isSet(inputs, "threshold"),
      invalid,
      "threshold",
      `threshold is missing: ${operator} compares with it.`,
    ),
    ...when(
      isSet(inputs, "threshold") && isSet(inputs, "thresholdMetricId"),
      invalid,
      "threshold",
      "threshold and thresholdMetricId are both set: keep one.",
    ),
  ];
}

/** An alarm looks back one day at most, seven when its period is an hour or more. */
export function refuseWindow({ inputs }: Call): Refusal[] {
  const periods = numberAt(inputs, "evaluationPeriods");
  const period = numberAt(inputs, "period");
  const datapoints = numberAt(inputs, "datapointsToAlarm");
  const limit = (period ?? 0) >= 3600 ? 604800 : 86400;
  const dimensions = valueAt(inputs, "dimensions");
  const count = typeof dimensions === "object" && dimensions !== null ? Object.keys(dimensions).length : 0;
  return [
    ...when(
      periods !== undefined && period !== undefined && periods * period > limit,
      invalid,
      "evaluationPeriods",
      `evaluationPeriods is ${periods} and period is ${period}: together they must not exceed ${limit} seconds.`,
    ),
    ...when(
      periods !== undefined && datapoints !== undefined && datapoints > periods,
      invalid,
      "datapointsToAlarm",
      `datapointsToAlarm is ${datapoints}: it must not be greater than evaluationPeriods (${periods}).`,
    ),
    ...when(count > 30, invalid, "dimensions", `dimensions has ${count} entries: use at most 30.`),
  ];
}
