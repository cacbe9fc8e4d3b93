import { strict as assert } from "node:assert";
import { didYouMean } from "../../../../policies/shared/configuration/nearest";

describe("the nearest name", () => {
  const known = ["ecr-kms-cmk", "ecr-scan-on-push", "s3-kms"];
  const cases: [word: string, nearest: string][] = [
    ["ecr-scan-onpush", " Did you mean `ecr-scan-on-push`?"],
    ["ECR-KMS-CMK", " Did you mean `ecr-kms-cmk`?"],
    ["ecr-kms", " Did you mean `ecr-kms-cmk`?"],
    ["something-else-entirely", ""],
  ];
  for (const [word, nearest] of cases) {
    it(`of ${word} is${nearest || " not told"}`, () => assert.equal(didYouMean(word, known), nearest));
  }

  it("is not told when there are none", () => assert.equal(didYouMean("x", []), ""));
});
