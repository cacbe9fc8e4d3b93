import { strict as assert } from "node:assert";
import { isCustomerKey } from "../../../policies/shared/customerKey";
import { Node } from "../../../policies/shared/node";
import { unknown } from "../../support/policy";

describe("isCustomerKey", () => {
  const cases: [behaviour: string, key: unknown, expected: boolean][] = [
    ["accepts the ARN of a key", "arn:aws:kms:eu-west-1:123456789012:key/1", true],
    ["accepts an own alias", "alias/shop", true],
    ["accepts a key that is made in this stack", unknown, true],
    ["refuses the alias of an AWS managed key", "alias/aws/s3", false],
    ["refuses the ARN of such an alias", "arn:aws:kms:eu-west-1:123456789012:alias/aws/ecr", false],
    ["refuses such an alias in an unknown region", `arn:aws:kms:${unknown}:123456789012:alias/aws/ecr`, false],
    ["refuses the name of an AWS managed key as AWS's pages write it", "aws/secretsmanager", false],
    ["accepts an own alias with such a word in it", "alias/shop-aws/s3", true],
    ["refuses nothing", undefined, false],
    ["refuses an empty text", " ", false],
  ];
  for (const [behaviour, key, expected] of cases) {
    it(behaviour, () => {
      assert.equal(isCustomerKey(new Node(key, "kmsKeyId")), expected);
    });
  }
});
