import { strict as assert } from "node:assert";
import { secretKms } from "../../../policies/secrets/kms";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:secretsmanager/secret:Secret";
const key = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";

describe("secret-kms", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a customer managed key", { kmsKeyId: key }, []],
    ["passes an alias of one's own", { kmsKeyId: "alias/shop" }, []],
    ["passes a key that this stack creates", { kmsKeyId: unknown }, []],
    ["refuses an absent key, which means the AWS managed one", {}, ["violation kmsKeyId"]],
    ["refuses the AWS managed key", { kmsKeyId: "alias/aws/secretsmanager" }, ["violation kmsKeyId"]],
    [
      "refuses a replica without a key",
      { kmsKeyId: key, replicas: [{ region: "eu-central-1" }] },
      ["violation replicas[0].kmsKeyId"],
    ],
    ["cannot decide unknown replicas", { kmsKeyId: key, replicas: unknown }, ["undecided replicas"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => assert.deepEqual(brief(await judge(secretKms, { type, props })), expected));
  }
});
