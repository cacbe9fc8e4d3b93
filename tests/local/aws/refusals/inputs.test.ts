import { strict as assert } from "node:assert";
import { refuse } from "../../../../local/aws/refusals";
import { UNKNOWN } from "../../../../local/aws/refusals/contract";
import { callOf, table } from "./support";

const alarm = {
  name: "cpu",
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 2,
  metricName: "CPUUtilization",
  namespace: "AWS/ECS",
  period: 60,
  statistic: "Average",
  threshold: 80,
};

describe("inputs", () => {
  table({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    base: alarm,
    accepts: {
      "unknown values anywhere": { name: UNKNOWN, threshold: UNKNOWN, dimensions: UNKNOWN, alarmActions: [UNKNOWN] },
      "what the provider adds": { tagsAll: { a: "b" }, __defaults: ["name"] },
      "a map with an unknown value": { dimensions: { ClusterName: UNKNOWN } },
      nothing: { alarmDescription: null },
    },
    refuses: {
      "an unknown input with the nearest name": [{ tresholdd: 1 }, "UnknownParameter", "Did you mean threshold?"],
      "an input without a near name": [{ zebra: 1 }, "UnknownParameter", "Known are:"],
      "text for a number": [{ period: "60" }, "InvalidParameterType", "Write 60 without quotes."],
      "a number for text": [{ metricName: 5 }, "InvalidParameterType", 'Write "5".'],
      "text for a truth value": [{ actionsEnabled: "true" }, "InvalidParameterType", "Write true without quotes."],
      "one value for a list": [{ okActions: "x" }, "InvalidParameterType", 'Write ["x"].'],
      "a list for a map": [{ dimensions: [] }, "InvalidParameterType", "must be a map"],
    },
  });
  table({
    type: "aws:ecr/repository:Repository",
    base: { name: "app" },
    refuses: {
      "a missing nested input": [
        { imageScanningConfiguration: {} },
        "MissingParameter",
        "imageScanningConfiguration.scanOnPush is missing",
      ],
      "a nested input of the wrong type": [
        { imageScanningConfiguration: { scanOnPush: "yes" } },
        "InvalidParameterType",
        "imageScanningConfiguration.scanOnPush",
      ],
      "an unknown nested input": [
        { encryptionConfigurations: [{ kmsKeyId: "x" }] },
        "UnknownParameter",
        "encryptionConfigurations[0].kmsKeyId is not an input",
      ],
    },
  });

  it("names every missing input at once", () => {
    const refusals = refuse(callOf("aws:ecs/taskDefinition:TaskDefinition", {}));
    assert.deepEqual(refusals.map(({ property }) => property).sort(), ["containerDefinitions", "family"]);
  });

  it("looks at nothing else while a type is wrong", () => {
    const refusals = refuse(callOf("aws:ecr/repository:Repository", { name: "NOT LEGAL", forceDelete: "yes" }));
    assert.deepEqual(
      refusals.map(({ code }) => code),
      ["InvalidParameterType"],
    );
  });

  it("judges a type without rules by its declarations", () => {
    const type = "aws:sqs/queue:Queue";
    assert.deepEqual(refuse(callOf(type, { name: "jobs" })), []);
    assert.equal(refuse(callOf(type, { nam: "jobs" }))[0]?.code, "UnknownParameter");
  });
});
