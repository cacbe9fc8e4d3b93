import { strict as assert } from "node:assert";
import { logsKms } from "../../../policies/observability/logsKms";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:cloudwatch/logGroup:LogGroup";

describe("logs-kms", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a key", { kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555" }, []],
    ["passes a key that this stack creates", { kmsKeyId: unknown }, []],
    ["refuses an absent key", {}, ["violation kmsKeyId"]],
    ["refuses an empty key", { kmsKeyId: "" }, ["violation kmsKeyId"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(logsKms, { type, props })), expected);
    });
  }
});
