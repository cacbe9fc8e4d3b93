import { strict as assert } from "node:assert";
import { eventsDlq } from "../../../policies/observability/eventsDlq";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:cloudwatch/eventTarget:EventTarget";

describe("events-dlq", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes a queue that is not known yet",
      { deadLetterConfig: { arn: unknown }, retryPolicy: { maximumRetryAttempts: 3 } },
      [],
    ],
    ["passes a block that is not known yet", { deadLetterConfig: unknown, retryPolicy: unknown }, []],
    ["refuses a target without either", {}, ["violation deadLetterConfig.arn", "violation retryPolicy"]],
    [
      "refuses a target without a retry policy",
      { deadLetterConfig: { arn: "arn:aws:sqs:eu-west-1:123456789012:q" } },
      ["violation retryPolicy"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(eventsDlq, { type, props })), expected);
    });
  }
});
