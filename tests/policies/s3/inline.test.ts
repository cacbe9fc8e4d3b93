import { strict as assert } from "node:assert";
import { s3Kms } from "../../../policies/s3/kms";
import { s3Lifecycle } from "../../../policies/s3/lifecycle";
import { s3Logging } from "../../../policies/s3/logging";
import { s3Ownership } from "../../../policies/s3/ownership";
import { s3Replication } from "../../../policies/s3/replication";
import { s3Versioning } from "../../../policies/s3/versioning";
import type { Control } from "../../../policies/shared/control";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const key = "arn:aws:kms:eu-west-1:123456789012:key/1";
const byDefault = { sseAlgorithm: "aws:kms", kmsMasterKeyId: key };

describe("buckets that say everything in their own inputs", () => {
  const cases: [control: Control, bucket: object, older: object][] = [
    [
      s3Kms,
      {
        serverSideEncryptionConfiguration: {
          rule: { applyServerSideEncryptionByDefault: byDefault, bucketKeyEnabled: true },
        },
      },
      {
        serverSideEncryptionConfigurations: [
          { rules: [{ applyServerSideEncryptionByDefaults: [byDefault], bucketKeyEnabled: true }] },
        ],
      },
    ],
    [s3Versioning, { versioning: { enabled: true } }, { versionings: [{ enabled: true }] }],
    [s3Logging, { logging: { targetBucket: "logs" } }, { loggings: [{ targetBucket: "logs" }] }],
    [
      s3Replication,
      { replicationConfiguration: { role: "r", rules: [{ status: "Enabled" }] } },
      { replicationConfigurations: [{ role: "r", rules: [{ status: "Enabled" }] }] },
    ],
    [
      s3Lifecycle,
      {
        lifecycleRules: [
          { enabled: true, abortIncompleteMultipartUploadDays: 7, noncurrentVersionExpiration: { days: 30 } },
        ],
      },
      {
        lifecycleRules: [
          { enabled: true, abortIncompleteMultipartUploadDays: 7, noncurrentVersionExpirations: [{ days: 30 }] },
        ],
      },
    ],
  ];
  for (const [control, bucket, older] of cases) {
    it(`pass ${control.id} in both spellings`, async () => {
      const store = { type: "aws:s3/bucket:Bucket", props: { bucket: "shop", ...bucket } };
      assert.deepEqual(brief(await judgeStack(control, stackOf(store))), []);
      const old = { type: "aws:s3/bucketV2:BucketV2", props: { bucket: "shop", ...older } };
      assert.deepEqual(brief(await judgeStack(control, stackOf(old))), []);
    });
  }

  it("are refused where the input says no", async () => {
    const off: [control: Control, props: object, expected: string[]][] = [
      [s3Versioning, { versioning: { enabled: false } }, ["violation "]],
      [
        s3Kms,
        {
          serverSideEncryptionConfiguration: {
            rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
          },
        },
        ["violation serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.sseAlgorithm"],
      ],
      [s3Lifecycle, { lifecycleRules: [{ enabled: false, abortIncompleteMultipartUploadDays: 7 }] }, ["violation "]],
      [s3Ownership, { acl: "public-read" }, ["violation acl"]],
      [s3Ownership, { acl: "private" }, []],
      [s3Ownership, { acl: unknown }, ["undecided acl"]],
      [s3Replication, { replicationConfiguration: { rules: [{ status: "Disabled" }] } }, ["violation "]],
      [s3Versioning, { versioning: unknown }, ["undecided versioning"]],
      [s3Lifecycle, { lifecycleRules: unknown }, ["undecided lifecycleRules"]],
    ];
    for (const [control, props, expected] of off) {
      const store = { type: "aws:s3/bucket:Bucket", props: { bucket: "shop", ...props } };
      assert.deepEqual(brief(await judgeStack(control, stackOf(store))), expected, control.id);
    }
  });
});
