import { strict as assert } from "node:assert";
import { ArtifactBucket } from "../../../../infra/components/storage/artifactBucket";
import { keyArn, startMocks } from "../../../support/mocks";
import type { Recorder } from "../../../support/mocks";
import { valueOf } from "../../../support/outputs";

const name = "container-delivery-dev-artifacts-123456789012-eu-west-1";
const logsName = "container-delivery-dev-artifacts-logs-123456789012-eu-west-1";

describe("ArtifactBucket", () => {
  let recorder: Recorder;
  const create = async (args: object = {}) => {
    recorder = await startMocks();
    const bucket = new ArtifactBucket("artifacts", { encryptionKeyArn: keyArn, ...args });
    await recorder.settled();
    return bucket;
  };

  it("creates an artifact bucket and a log bucket, each with all of its own parts", async () => {
    await create();
    const counts = Object.fromEntries(recorder.types().map((type) => [type, recorder.ofType(type).length]));
    assert.deepEqual(counts, {
      "aws:s3/bucket:Bucket": 2,
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": 2,
      "aws:s3/bucketLogging:BucketLogging": 1,
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls": 2,
      "aws:s3/bucketPolicy:BucketPolicy": 2,
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": 2,
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": 2,
      "aws:s3/bucketVersioning:BucketVersioning": 2,
      "container-delivery:index:ArtifactBucket": 1,
    });
    const strays = recorder.resources.filter(
      ({ parent, type }) => type.startsWith("aws:") && !/::artifacts$/.test(parent),
    );
    assert.deepEqual(strays, []);
  });

  it("names buckets by account and region", async () => {
    const bucket = await create();
    assert.equal(await valueOf(bucket.bucketName), name);
    assert.equal(await valueOf(bucket.bucketArn), `arn:aws:s3:::${name}`);
    assert.equal(await valueOf(bucket.logBucketName), logsName);
  });

  it("encrypts artifacts with the key and logs with S3's own", async () => {
    await create();
    const rules = (child: string) => recorder.named(child).inputs.rules;
    assert.deepEqual(rules("artifacts-artifacts-encryption"), [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
        bucketKeyEnabled: true,
      },
    ]);
    assert.deepEqual(rules("artifacts-logs-encryption"), [
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
    ]);
  });

  it("logs access to artifacts into the log bucket, and the log bucket nowhere", async () => {
    await create();
    const { inputs } = recorder.one("aws:s3/bucketLogging:BucketLogging");
    assert.deepEqual(inputs, { bucket: name, targetBucket: logsName, targetPrefix: "s3/" });
  });

  it("blocks public access, owns its objects and keeps versions on both buckets", async () => {
    await create();
    for (const bucket of ["artifacts-artifacts", "artifacts-logs"]) {
      const { bucket: _, ...flags } = recorder.named(`${bucket}-public-access`).inputs;
      assert.deepEqual(Object.values(flags), [true, true, true, true]);
      assert.equal(recorder.named(`${bucket}-ownership`).inputs.rule.objectOwnership, "BucketOwnerEnforced");
      assert.equal(recorder.named(`${bucket}-versioning`).inputs.versioningConfiguration.status, "Enabled");
    }
  });

  it("expires artifacts after 90 days and logs after 365", async () => {
    await create();
    const days = (child: string) => recorder.named(child).inputs.rules[0].expiration.days;
    assert.equal(days("artifacts-artifacts-lifecycle"), 90);
    assert.equal(days("artifacts-logs-lifecycle"), 365);
  });

  it("keeps what the buckets hold unless told otherwise", async () => {
    await create();
    assert.deepEqual(
      recorder.ofType("aws:s3/bucket:Bucket").map(({ inputs }) => inputs.forceDestroy),
      [false, false],
    );
    await create({ forceDestroy: true });
    assert.deepEqual(
      recorder.ofType("aws:s3/bucket:Bucket").map(({ inputs }) => inputs.forceDestroy),
      [true, true],
    );
  });

  it("accepts logs of load balancers only when asked", async () => {
    const sids = () =>
      JSON.parse(recorder.named("artifacts-logs-policy").inputs.policy).Statement.map(
        ({ Sid }: { Sid: string }) => Sid,
      );
    await create();
    assert.deepEqual(sids(), ["DenyWithoutTls", "DenyOldTls", "ReceiveAccessLogs"]);
    await create({ acceptLoadBalancerLogs: true });
    assert.deepEqual(sids(), ["DenyWithoutTls", "DenyOldTls", "ReceiveAccessLogs", "ReceiveLoadBalancerLogs"]);
  });

  it("knows both policies in the first preview", async () => {
    recorder = await startMocks({ preview: true });
    new ArtifactBucket("artifacts", { encryptionKeyArn: keyArn });
    await recorder.settled();
    for (const { inputs } of recorder.ofType("aws:s3/bucketPolicy:BucketPolicy")) assert.ok(JSON.parse(inputs.policy));
  });

  it("refuses to keep artifacts for no time at all", () => {
    assert.throws(
      () => new ArtifactBucket("artifacts", { encryptionKeyArn: keyArn, expirationDays: 0 }),
      /ArtifactBucket "artifacts": `expirationDays` is 0. Set it to a whole number from 1 to 36500./,
    );
  });
});
