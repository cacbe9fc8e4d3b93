import { strict as assert } from "node:assert";
import { s3Mfa } from "../../../policies/s3/mfa";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:s3/bucketVersioning:BucketVersioning";

describe("s3-mfa", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a second factor", { versioningConfiguration: { status: "Enabled", mfaDelete: "Enabled" } }, []],
    [
      "refuses an absent setting",
      { versioningConfiguration: { status: "Enabled" } },
      ["violation versioningConfiguration.mfaDelete"],
    ],
    [
      "cannot decide an unknown setting",
      { versioningConfiguration: { mfaDelete: unknown } },
      ["undecided versioningConfiguration.mfaDelete"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judgeStack(s3Mfa, stackOf({ type, props }))), expected);
    });
  }

  it("asks nothing of a bucket with a lifecycle, which AWS lets have no second factor", async () => {
    const bucket = { type: "aws:s3/bucket:Bucket", name: "store", props: { bucket: "shop" } };
    const versioning = { type, name: "versioning", props: { bucket: "shop", versioningConfiguration: {} } };
    const lifecycle = {
      type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      name: "lifecycle",
      props: { bucket: "shop" },
    };
    assert.equal((await judgeStack(s3Mfa, stackOf(bucket, versioning))).length, 1);
    assert.deepEqual(await judgeStack(s3Mfa, stackOf(bucket, versioning, lifecycle)), []);
  });

  it("judges what a bucket says in its own inputs, in both spellings", async () => {
    const inline = async (type: string, props: object) =>
      brief(await judgeStack(s3Mfa, stackOf({ type, props: { bucket: "shop", ...props } })));
    assert.deepEqual(await inline("aws:s3/bucket:Bucket", { versioning: { enabled: true } }), [
      "violation versioning.mfaDelete",
    ]);
    assert.deepEqual(await inline("aws:s3/bucketV2:BucketV2", { versionings: [{ mfaDelete: false }] }), [
      "violation versionings[0].mfaDelete",
    ]);
    assert.deepEqual(await inline("aws:s3/bucket:Bucket", { versioning: { mfaDelete: true } }), []);
  });

  it("judges the older spelling of the type alike", async () => {
    const older = { type: "aws:s3/bucketVersioningV2:BucketVersioningV2", props: { bucket: "shop" } };
    assert.deepEqual(brief(await judgeStack(s3Mfa, stackOf(older))), ["violation versioningConfiguration.mfaDelete"]);
  });
});
