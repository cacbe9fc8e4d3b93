import { strict as assert } from "node:assert";
import { s3Bpa } from "../../../policies/s3/bpa";
import { brief, contextOf, judge, judgeStack, resourceOf, stackOf, unknown } from "../../support/policy";

const type = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";

describe("s3-bpa", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes all four settings",
      { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
      [],
    ],
    [
      "refuses each absent setting, which means false",
      { blockPublicAcls: true, blockPublicPolicy: true },
      ["violation ignorePublicAcls", "violation restrictPublicBuckets"],
    ],
    [
      "refuses false",
      { blockPublicAcls: false, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
      ["violation blockPublicAcls"],
    ],
    [
      "cannot decide an unknown setting",
      { blockPublicAcls: unknown, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
      ["undecided blockPublicAcls"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(s3Bpa, { type, props })), expected);
    });
  }

  const bucket = (type = "aws:s3/bucket:Bucket") => ({ type, name: "store", props: { bucket: "shop-artifacts" } });

  for (const spelling of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
    it(`passes a ${spelling} whose block names it by an output that is not known yet`, async () => {
      const block = { type, name: "block", props: { bucket: unknown }, dependsOn: { bucket: ["store"] } };
      assert.deepEqual(await judgeStack(s3Bpa, stackOf(bucket(spelling), block)), []);
    });

    it(`refuses a ${spelling} without a block`, async () => {
      assert.deepEqual(brief(await judgeStack(s3Bpa, stackOf(bucket(spelling)))), ["violation "]);
    });
  }

  it("corrects the block and leaves the bucket alone", () => {
    const correct = (described: { type: string }) => s3Bpa.remediate?.(resourceOf(described), contextOf(s3Bpa));
    assert.equal(correct({ type: "aws:s3/bucket:Bucket" }), undefined);
    assert.deepEqual(Object.values(correct({ type }) ?? {}), [true, true, true, true]);
  });

  const account = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
  const all = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
  const store = { type: "aws:s3/bucket:Bucket", name: "store" };

  it("passes buckets of an account that blocks public access in full", async () => {
    assert.deepEqual(await judgeStack(s3Bpa, stackOf(store, { type: account, name: "account", props: all })), []);
    const partly = { type: account, name: "account", props: { ...all, blockPublicPolicy: false } };
    assert.deepEqual(brief(await judgeStack(s3Bpa, stackOf(store, partly))), ["violation "]);
  });

  it("judges the account's settings like a bucket's", async () => {
    assert.deepEqual(await judge(s3Bpa, { type: account, props: all }), []);
    assert.deepEqual(brief(await judge(s3Bpa, { type: account, props: { ...all, ignorePublicAcls: undefined } })), [
      "violation ignorePublicAcls",
    ]);
  });
});
