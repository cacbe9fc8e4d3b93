import { arn, stored, table } from "../support";

const type = "aws:cloudwatch/metricAlarm:MetricAlarm";
const base = {
  name: "cpu-high",
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 3,
  datapointsToAlarm: 2,
  metricName: "CPUUtilization",
  namespace: "AWS/ECS",
  period: 60,
  statistic: "Average",
  threshold: 80,
  treatMissingData: "notBreaching",
  dimensions: { ClusterName: "c", ServiceName: "s" },
  alarmActions: [arn("sns", "alarms")],
};
const single = { metricName: undefined, namespace: undefined, period: undefined, statistic: undefined };
const metric = (id: string): unknown => ({
  id,
  metric: { metricName: "5XX", namespace: "AWS/ApplicationELB", period: 60, stat: "Sum" },
});
const rate = { id: "rate", expression: "100 * errors / MAX([errors, requests])", returnData: true };
const math = { ...single, metricQueries: [metric("errors"), metric("requests"), rate] };
const band = { id: "band", expression: "ANOMALY_DETECTION_BAND(m, 2)", returnData: true };
const anomaly = {
  ...single,
  threshold: undefined,
  comparisonOperator: "GreaterThanUpperThreshold",
  thresholdMetricId: "band",
  metricQueries: [{ ...(metric("m") as object), returnData: true }, band],
};

describe("cloudwatch/metricAlarm", () => {
  table({
    type,
    base,
    store: [stored(type, "taken", { name: "taken" })],
    accepts: {
      "a high-resolution period": { period: 10 },
      "a percentile": { statistic: undefined, extendedStatistic: "p99.9" },
      "a week of hours": { period: 3600, evaluationPeriods: 168 },
      "metric math": math,
      "anomaly detection": anomaly,
      "a Metrics Insights query": {
        ...single,
        metricQueries: [{ id: "q1", expression: 'SELECT AVG(x) FROM "AWS/ECS"', period: 60, returnData: true }],
      },
    },
    refuses: {
      "another operator": [{ comparisonOperator: "GreaterThan" }, "ValidationError", "nearest: GreaterThanThreshold"],
      "another treatment": [{ treatMissingData: "breach" }, "ValidationError", "breaching"],
      "another statistic": [{ statistic: "Mean" }, "ValidationError", "Minimum"],
      "two statistics": [{ extendedStatistic: "p99" }, "ValidationError", "keep one"],
      "no statistic": [{ statistic: undefined }, "ValidationError", "statistic is missing"],
      "45 seconds": [{ period: 45 }, "ValidationError", "multiple of 60"],
      "more than a day": [{ evaluationPeriods: 1441 }, "ValidationError", "86400"],
      "more datapoints than periods": [{ datapointsToAlarm: 4 }, "ValidationError", "not be greater"],
      "no threshold": [{ threshold: undefined }, "ValidationError", "threshold is missing"],
      "no metric": [{ metricName: undefined }, "ValidationError", "metricName is missing"],
      "no namespace": [{ namespace: undefined }, "ValidationError", "namespace is missing"],
      "a name as action": [{ alarmActions: ["alarms"] }, "ValidationError", "the ARN of an SNS topic"],
      "six actions": [{ alarmActions: Array.from({ length: 6 }, () => arn("sns", "t")) }, "LimitExceededFault"],
      "a name that is taken": [{ name: "taken" }, "ValidationError", "exists already"],
      "a metric and math": [{ metricQueries: math.metricQueries }, "ValidationError", "keep one way"],
      "math without result": [
        { ...math, "metricQueries[2].returnData": false },
        "ValidationError",
        "returnData true: set it on exactly one",
      ],
      "an expression over nothing": [
        { ...math, "metricQueries[2].expression": "errors / total" },
        "ValidationError",
        "no query with that id",
      ],
      "an id in upper case": [{ ...math, "metricQueries[0].id": "Errors" }, "ValidationError", "lower-case letter"],
      "a query with nothing": [{ ...math, "metricQueries[0].metric": undefined }, "ValidationError", "neither metric"],
      "parentheses that stay open": [
        { ...math, "metricQueries[2].expression": "MAX([errors, requests]" },
        "ValidationError",
        "balance",
      ],
      "a band without its query": [
        { ...anomaly, thresholdMetricId: undefined },
        "ValidationError",
        "thresholdMetricId is missing",
      ],
    },
  });
});
