import { characters, fields, first, items, matches, oneOf, wholeNumber } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { isSet } from "../paths";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { refuseQueries } from "./metricQueries";
import { periodProblem } from "./period";
import { bands, refuseThreshold, refuseWindow } from "./threshold";
import { units } from "./units";

export const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";

const invalid = "ValidationError";
const comparisons = [
  ...["GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold"],
  ...bands,
];
export const statistics = ["SampleCount", "Average", "Sum", "Minimum", "Maximum"];
export const alarmName = first(characters(1, 255), (name) =>
  String(name).trim() === "" ? "use a name that is not blank" : undefined,
);
export const alarmAction = matches(
  /^arn:aws[a-z-]*:(sns|swf|automate|autoscaling|ssm|ssm-incidents|lambda|aiops|ec2)[:.].+/,
  "the ARN of an SNS topic, a function or another alarm action",
);

export const metricAlarmRules: RuleTable = {
  [alarmType]: {
    inputs: [
      fields(invalid, {
        name: alarmName,
        alarmDescription: characters(0, 1024),
        comparisonOperator: oneOf(...comparisons),
        statistic: oneOf(...statistics),
        extendedStatistic: matches(/^(p|tm|tc|ts|wm|PR|TM|TC|TS|WM|IQM|iqm)[\d.():%]*$/, 'a percentile such as "p99"'),
        treatMissingData: oneOf("missing", "ignore", "breaching", "notBreaching"),
        evaluateLowSampleCountPercentiles: oneOf("evaluate", "ignore"),
        unit: oneOf(...units),
        evaluationPeriods: wholeNumber(1, 8640),
        datapointsToAlarm: wholeNumber(1, 8640),
        period: periodProblem,
        namespace: first(characters(1, 255), matches(/^[^:]/, "a namespace such as AWS/ECS")),
        "alarmActions[]": alarmAction,
        "okActions[]": alarmAction,
        "insufficientDataActions[]": alarmAction,
      }),
      fields("LimitExceededFault", {
        alarmActions: items(0, 5),
        okActions: items(0, 5),
        insufficientDataActions: items(0, 5),
      }),
      refuseSource,
      refuseThreshold,
      refuseWindow,
      refuseQueries,
    ],
    account: [unique("ValidationError", alarmType, "alarm", { key: "name" })],
  },
};

/** One metric with a statistic and a period, or queries; never both. */
function refuseSource({ inputs }: Call): Refusal[] {
  if (isSet(inputs, "evaluationCriteria")) return [];
  const hasQueries = isSet(inputs, "metricQueries");
  const single = ["metricName", "namespace", "period", "statistic", "extendedStatistic"].filter((name) =>
    isSet(inputs, name),
  );
  if (hasQueries && single.length > 0)
    return [refusal(invalid, "metricQueries", `metricQueries and ${single.join(", ")} are both set: keep one way.`)];
  if (hasQueries) return [];
  if (!isSet(inputs, "metricName"))
    return [
      refusal(
        invalid,
        "metricName",
        "metricName is missing: set it with namespace, period and statistic, or set metricQueries.",
      ),
    ];
  const missing = ["namespace", "period"].filter((name) => !isSet(inputs, name));
  const chosen = ["statistic", "extendedStatistic"].filter((name) => isSet(inputs, name));
  return [
    ...missing.map((name) => refusal(invalid, name, `${name} is missing and metricName is set: set ${name}.`)),
    ...when(chosen.length === 0, invalid, "statistic", "statistic is missing: set statistic or extendedStatistic."),
    ...when(chosen.length === 2, invalid, "statistic", "statistic and extendedStatistic are both set: keep one."),
  ];
}
