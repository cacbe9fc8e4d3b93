import { strict as assert } from "node:assert";
import { ecrKmsCmk } from "../../../policies/ecr/kmsCmk";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecr/repository:Repository";
const key = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";
const withConfiguration = (configuration: unknown) => ({ type, props: { encryptionConfigurations: configuration } });

describe("ecr-kms-cmk", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a customer managed key", [{ encryptionType: "KMS", kmsKey: key }], []],
    ["passes dual-layer encryption", [{ encryptionType: "KMS_DSSE", kmsKey: key }], []],
    ["passes a key that this stack creates", [{ encryptionType: "KMS", kmsKey: unknown }], []],
    ["refuses AES256", [{ encryptionType: "AES256" }], ["violation encryptionConfigurations[0].encryptionType"]],
    ["refuses KMS without a key", [{ encryptionType: "KMS" }], ["violation encryptionConfigurations[0].kmsKey"]],
    [
      "refuses the AWS managed key",
      [{ encryptionType: "KMS", kmsKey: "alias/aws/ecr" }],
      ["violation encryptionConfigurations[0].kmsKey"],
    ],
    [
      "cannot decide an unknown type",
      [{ encryptionType: unknown, kmsKey: key }],
      ["undecided encryptionConfigurations[0].encryptionType"],
    ],
  ];
  for (const [behaviour, configuration, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecrKmsCmk, withConfiguration(configuration))), expected);
    });
  }

  it("refuses an absent block, which AWS takes as AES256", async () => {
    assert.deepEqual(brief(await judge(ecrKmsCmk, { type })), ["violation encryptionConfigurations"]);
  });

  it("cannot decide a wholly unknown list", async () => {
    assert.deepEqual(brief(await judge(ecrKmsCmk, withConfiguration(unknown))), ["undecided encryptionConfigurations"]);
  });

  it("judges templates for repositories that ECR creates alike", async () => {
    const template = "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate";
    const findings = await judge(ecrKmsCmk, { type: template, props: { prefix: "ROOT" } });
    assert.deepEqual(brief(findings), ["violation encryptionConfigurations"]);
  });
});
