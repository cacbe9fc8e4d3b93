import { strict as assert } from "node:assert";
import { eventsBusKms } from "../../../policies/observability/eventsBusKms";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:cloudwatch/eventBus:EventBus";

describe("events-bus-kms", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes a key",
      { kmsKeyIdentifier: "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555" },
      [],
    ],
    ["passes a key that this stack creates", { kmsKeyIdentifier: unknown }, []],
    ["refuses an absent key", { name: "bus" }, ["violation kmsKeyIdentifier"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(eventsBusKms, { type, props })), expected);
    });
  }
});
