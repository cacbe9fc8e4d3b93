import { strict as assert } from "node:assert";
import { cpArtifactKms } from "../../../policies/codepipeline/artifactKms";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codepipeline/pipeline:Pipeline";

describe("cp-artifact-kms", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes a customer managed key",
      { artifactStores: [{ encryptionKey: { id: "arn:aws:kms:eu-west-1:123456789012:key/1", type: "KMS" } }] },
      [],
    ],
    ["passes a key that this stack creates", { artifactStores: [{ encryptionKey: { id: unknown, type: "KMS" } }] }, []],
    [
      "refuses an absent key",
      { artifactStores: [{ location: "b" }] },
      ["violation artifactStores[0].encryptionKey.id"],
    ],
    [
      "refuses the AWS managed key",
      { artifactStores: [{ encryptionKey: { id: "alias/aws/s3", type: "KMS" } }] },
      ["violation artifactStores[0].encryptionKey.id"],
    ],
    [
      "judges every store",
      { artifactStores: [{ encryptionKey: { id: unknown, type: "KMS" } }, {}] },
      ["violation artifactStores[1].encryptionKey.id"],
    ],
    ["cannot decide unknown stores", { artifactStores: unknown }, ["undecided artifactStores"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cpArtifactKms, { type, props })), expected);
    });
  }
});
