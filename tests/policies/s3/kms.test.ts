import { strict as assert } from "node:assert";
import { s3Kms } from "../../../policies/s3/kms";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

describe("s3-kms", () => {
  const bucket = (type = "aws:s3/bucket:Bucket") => ({ type, name: "store", props: { bucket: "shop-artifacts" } });
  const encrypted = (byDefault: unknown, bucketKeyEnabled?: boolean, spelling = type) => ({
    type: spelling,
    name: "encryption",
    props: { bucket: unknown, rules: [{ applyServerSideEncryptionByDefault: byDefault, bucketKeyEnabled }] },
    dependsOn: { bucket: ["store"] },
  });
  const key = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";
  const rule = "rules[0].applyServerSideEncryptionByDefault";
  const cases: [behaviour: string, encryption: ReturnType<typeof encrypted>, expected: string[]][] = [
    ["passes a key with a bucket key", encrypted({ sseAlgorithm: "aws:kms", kmsMasterKeyId: key }, true), []],
    ["passes a key that this stack creates", encrypted({ sseAlgorithm: "aws:kms", kmsMasterKeyId: unknown }, true), []],
    [
      "passes dual-layer encryption, which has no bucket key",
      encrypted({ sseAlgorithm: "aws:kms:dsse", kmsMasterKeyId: key }),
      [],
    ],
    ["refuses AES256", encrypted({ sseAlgorithm: "AES256" }), [`violation ${rule}.sseAlgorithm`]],
    ["refuses KMS without a key", encrypted({ sseAlgorithm: "aws:kms" }, true), [`violation ${rule}.kmsMasterKeyId`]],
    [
      "refuses the AWS managed key",
      encrypted({ sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/aws/s3" }, true),
      [`violation ${rule}.kmsMasterKeyId`],
    ],
    [
      "refuses KMS without a bucket key",
      encrypted({ sseAlgorithm: "aws:kms", kmsMasterKeyId: key }),
      ["violation rules[0].bucketKeyEnabled"],
    ],
    [
      "cannot decide an unknown algorithm",
      encrypted({ sseAlgorithm: unknown }, true),
      [`undecided ${rule}.sseAlgorithm`],
    ],
  ];
  for (const [behaviour, encryption, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judgeStack(s3Kms, stackOf(bucket(), encryption))), expected);
    });
  }

  it("judges the older spelling of the types alike", async () => {
    const old = encrypted(
      { sseAlgorithm: "AES256" },
      false,
      "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
    );
    const findings = await judgeStack(s3Kms, stackOf(bucket("aws:s3/bucketV2:BucketV2"), old));
    assert.deepEqual(brief(findings), [`violation ${rule}.sseAlgorithm`]);
  });

  it("refuses a bucket that nothing encrypts", async () => {
    assert.deepEqual(brief(await judgeStack(s3Kms, stackOf(bucket()))), ["violation "]);
  });

  it("passes a bucket that receives access logs, which cannot use KMS", async () => {
    const logging = {
      type: "aws:s3/bucketLogging:BucketLogging",
      name: "logging",
      props: { targetBucket: "shop-artifacts" },
    };
    const balancer = {
      type: "aws:lb/loadBalancer:LoadBalancer",
      name: "lb",
      props: { accessLogs: { bucket: "shop-artifacts" } },
    };
    assert.deepEqual(await judgeStack(s3Kms, stackOf(bucket(), logging)), []);
    assert.deepEqual(await judgeStack(s3Kms, stackOf(bucket(), balancer)), []);
  });
});
