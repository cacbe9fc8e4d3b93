import { strict as assert } from "node:assert";
import { sqsKms } from "../../../policies/observability/sqsKms";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:sqs/queue:Queue";

describe("sqs-kms", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes a key",
      { kmsMasterKeyId: "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555" },
      [],
    ],
    ["passes a key that this stack creates", { kmsMasterKeyId: unknown }, []],
    ["refuses an absent key, which means SSE-SQS", {}, ["violation kmsMasterKeyId"]],
    ["refuses the AWS managed key", { kmsMasterKeyId: "alias/aws/sqs" }, ["violation kmsMasterKeyId"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(sqsKms, { type, props })), expected);
    });
  }
});
