import { strict as assert } from "node:assert";
import { eventsPattern } from "../../../policies/observability/eventsPattern";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:cloudwatch/eventRule:EventRule";

describe("events-pattern", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a source", { eventPattern: '{"source":["aws.ecs"]}' }, []],
    ["passes a schedule", { scheduleExpression: "rate(1 day)" }, []],
    ["passes a detail with an unknown value", { eventPattern: `{"detail":{"pipeline":["${unknown}"]}}` }, []],
    ["refuses an empty pattern", { eventPattern: "{}" }, ["violation eventPattern"]],
    ["refuses every source", { eventPattern: '{"source":[{"prefix":""}]}' }, ["violation eventPattern"]],
    ["refuses every detail type", { eventPattern: '{"detail-type":[{"suffix":""}]}' }, ["violation eventPattern"]],
    ["refuses whatever has a source", { eventPattern: '{"source":[{"exists":true}]}' }, ["violation eventPattern"]],
    [
      "refuses one value among others",
      { eventPattern: '{"source":["a",{"wildcard":"*"}]}' },
      ["violation eventPattern"],
    ],
    ["passes the beginning of a source", { eventPattern: '{"source":[{"prefix":"aws."}]}' }, []],
    ["refuses what is no object", { eventPattern: "[]" }, ["violation eventPattern"]],
    ["refuses the account alone", { eventPattern: '{"account":["123456789012"]}' }, ["violation eventPattern"]],
    ["refuses what does not parse", { eventPattern: "{source" }, ["violation eventPattern"]],
    ["cannot decide an unknown pattern", { eventPattern: unknown }, ["undecided eventPattern"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(eventsPattern, { type, props })), expected);
    });
  }
});
