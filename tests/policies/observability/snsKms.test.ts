import { strict as assert } from "node:assert";
import { snsKms } from "../../../policies/observability/snsKms";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:sns/topic:Topic";

describe("sns-kms", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes a key",
      { kmsMasterKeyId: "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555" },
      [],
    ],
    ["passes an alias of one's own", { kmsMasterKeyId: "alias/shop" }, []],
    ["passes a key that this stack creates", { kmsMasterKeyId: unknown }, []],
    ["refuses an absent key", {}, ["violation kmsMasterKeyId"]],
    ["refuses the AWS managed key", { kmsMasterKeyId: "alias/aws/sns" }, ["violation kmsMasterKeyId"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(snsKms, { type, props })), expected);
    });
  }
});
