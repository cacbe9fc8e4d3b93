import { strict as assert } from "node:assert";
import { s3Lock } from "../../../policies/s3/lock";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";

describe("s3-lock", () => {
  const bucket = (type = "aws:s3/bucket:Bucket") => ({ type, name: "store", props: { bucket: "shop-artifacts" } });
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a default retention", { rule: { defaultRetention: { mode: "COMPLIANCE", days: 30 } } }, []],
    ["refuses a lock without retention", {}, ["violation rule.defaultRetention.mode"]],
    ["cannot decide an unknown rule", { rule: unknown }, ["undecided rule.defaultRetention.mode"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      const separate = {
        type,
        name: "separate",
        props: { bucket: unknown, ...props },
        dependsOn: { bucket: ["store"] },
      };
      assert.deepEqual(brief(await judgeStack(s3Lock, stackOf(bucket(), separate))), expected);
    });
  }

  it("passes a bucket in which objects can be locked", async () => {
    const locked = (props: object, type = "aws:s3/bucket:Bucket") => judgeStack(s3Lock, stackOf({ type, props }));
    assert.deepEqual(await locked({ objectLockEnabled: true }), []);
    assert.deepEqual(await locked({ objectLockConfiguration: { objectLockEnabled: "Enabled" } }), []);
    const older = { objectLockConfiguration: { objectLockEnabled: "Enabled", rules: [] } };
    assert.deepEqual(await locked(older, "aws:s3/bucketV2:BucketV2"), []);
    assert.deepEqual(brief(await locked({ objectLockEnabled: false })), ["violation "]);
    assert.deepEqual(brief(await locked({ objectLockEnabled: unknown })), ["undecided objectLockEnabled"]);
  });

  for (const spelling of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
    it(`refuses a ${spelling} that has none`, async () => {
      assert.deepEqual(brief(await judgeStack(s3Lock, stackOf(bucket(spelling)))), ["violation "]);
    });
  }

  it("judges the older spelling of the resource alike", async () => {
    const older = {
      type: "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
      name: "older",
      props: { bucket: "shop-artifacts" },
    };
    assert.deepEqual(brief(await judgeStack(s3Lock, stackOf(bucket(), older))), [
      "violation rule.defaultRetention.mode",
    ]);
  });
});
