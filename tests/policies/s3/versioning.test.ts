import { strict as assert } from "node:assert";
import { s3Versioning } from "../../../policies/s3/versioning";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:s3/bucketVersioning:BucketVersioning";

describe("s3-versioning", () => {
  const bucket = (type = "aws:s3/bucket:Bucket") => ({ type, name: "store", props: { bucket: "shop-artifacts" } });
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes versioning", { versioningConfiguration: { status: "Enabled" } }, []],
    [
      "refuses suspended versioning",
      { versioningConfiguration: { status: "Suspended" } },
      ["violation versioningConfiguration.status"],
    ],
    [
      "cannot decide an unknown status",
      { versioningConfiguration: { status: unknown } },
      ["undecided versioningConfiguration.status"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      const separate = {
        type,
        name: "separate",
        props: { bucket: unknown, ...props },
        dependsOn: { bucket: ["store"] },
      };
      assert.deepEqual(brief(await judge(s3Versioning, separate)), expected);
      assert.deepEqual(await judgeStack(s3Versioning, stackOf(bucket(), separate)), []);
    });
  }

  it("judges the older spelling of the status alike", async () => {
    const props = { bucket: "far", versioningConfiguration: { status: "Disabled" } };
    const findings = await judge(s3Versioning, { type: "aws:s3/bucketVersioningV2:BucketVersioningV2", props });
    assert.deepEqual(brief(findings), ["violation versioningConfiguration.status"]);
  });

  it("passes a bucket whose objects can be locked, which switches versioning on", async () => {
    const locked = { ...bucket(), props: { objectLockEnabled: true } };
    assert.deepEqual(await judgeStack(s3Versioning, stackOf(locked)), []);
    const open = { ...bucket(), props: { objectLockEnabled: unknown } };
    assert.deepEqual(brief(await judgeStack(s3Versioning, stackOf(open))), ["undecided objectLockEnabled"]);
  });

  for (const spelling of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
    it(`refuses a ${spelling} that has none`, async () => {
      assert.deepEqual(brief(await judgeStack(s3Versioning, stackOf(bucket(spelling)))), ["violation "]);
    });
  }
});
