import { strict as assert } from "node:assert";
import { cbKms } from "../../../policies/codebuild/kms";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codebuild/project:Project";

describe("cb-kms", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a customer managed key", { encryptionKey: "arn:aws:kms:eu-west-1:123456789012:key/1" }, []],
    ["passes a key that this stack creates", { encryptionKey: unknown }, []],
    ["refuses an absent key, which AWS takes as its own", {}, ["violation encryptionKey"]],
    [
      "refuses the AWS managed key",
      { encryptionKey: "arn:aws:kms:eu-west-1:123456789012:alias/aws/s3" },
      ["violation encryptionKey"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cbKms, { type, props })), expected);
    });
  }
});
