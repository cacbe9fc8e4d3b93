import { strict as assert } from "node:assert";
import { patternProblem } from "../../../../../local/aws/refusals/logs/metricFilter";
import { deletion, expectRefusal, stored, table } from "../support";

const type = "aws:cloudwatch/logGroup:LogGroup";

describe("logs/logGroup", () => {
  table({
    type,
    base: { name: "/aws/codebuild/app", retentionInDays: 30 },
    store: [
      stored(type, "/taken", { name: "/taken" }),
      stored(type, "/far", { name: "/far" }, { __region: "us-east-1" }),
    ],
    accepts: {
      "no expiry": { retentionInDays: 0 },
      "ten years": { retentionInDays: 3653 },
      "a name of another region": { name: "/far" },
    },
    refuses: {
      "45 days": [{ retentionInDays: 45 }, "InvalidParameterException", "nearest:"],
      "a space": [{ name: "my group" }, "InvalidParameterException", ".-_/#"],
      "a name that is taken": [{ name: "/taken" }, "ResourceAlreadyExistsException"],
      "another class": [{ logGroupClass: "CHEAP" }, "InvalidParameterException", "INFREQUENT_ACCESS"],
    },
  });
  it("refuses to delete a protected group", () => {
    expectRefusal(
      deletion(stored(type, "/app", { deletionProtectionEnabled: true })),
      "ValidationException",
      "deletion protection",
    );
    assert.deepEqual(deletion(stored(type, "/app", {})), []);
  });
});

describe("logs/metricFilter", () => {
  table({
    type: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
    base: {
      name: "errors",
      logGroupName: "/app",
      pattern: '{ $.level = "error" }',
      metricTransformation: { name: "Errors", namespace: "App", value: "1", defaultValue: "0" },
    },
    store: [stored(type, "/app", { name: "/app" })],
    accepts: {
      "every line": { pattern: "" },
      "a field as value": { "metricTransformation.value": "$.latency", "metricTransformation.unit": "Milliseconds" },
    },
    refuses: {
      "a group that is not there": [{ logGroupName: "/nope" }, "ResourceNotFoundException"],
      "AWS's namespace": [{ "metricTransformation.namespace": "AWS/ECS" }, "InvalidParameterException", "AWS/"],
      "a value that is no number": [{ "metricTransformation.value": "one" }, "InvalidParameterException", "$.latency"],
      "dimensions with a default": [
        { "metricTransformation.dimensions": { Path: "$.path" } },
        "InvalidParameterException",
        "keep one",
      ],
      "another unit": [{ "metricTransformation.unit": "ms" }, "InvalidParameterException", "Milliseconds"],
      "an open pattern": [{ pattern: '{ $.level = "error"' }, "InvalidParameterException", "close the JSON filter"],
    },
  });

  for (const pattern of [
    '"ERROR" -"retry"',
    "[ip, user, status=5*, ...]",
    '{ ($.a = 1) && ($.b != "x") }',
    "%4[0-9]{2}%",
    "?ERROR ?WARN",
  ])
    it(`accepts ${pattern}`, () => assert.equal(patternProblem(pattern), undefined));
  for (const pattern of ['"ERROR', "[a, b", "{ level = 1 }", "{ ($.a = 1 }"])
    it(`refuses ${pattern}`, () => assert.notEqual(patternProblem(pattern), undefined));
});
