import { strict as assert } from "node:assert";
import { s3Logging } from "../../../policies/s3/logging";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:s3/bucketLogging:BucketLogging";

describe("s3-logging", () => {
  const bucket = (type = "aws:s3/bucket:Bucket") => ({ type, name: "store", props: { bucket: "shop-artifacts" } });
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes another bucket as target", { targetBucket: "logs" }, []],
    ["passes a target that is not known yet", { targetBucket: unknown }, []],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      const separate = {
        type,
        name: "separate",
        props: { bucket: unknown, ...props },
        dependsOn: { bucket: ["store"] },
      };
      assert.deepEqual(brief(await judgeStack(s3Logging, stackOf(bucket(), separate))), expected);
    });
  }

  for (const spelling of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
    it(`refuses a ${spelling} that has none`, async () => {
      assert.deepEqual(brief(await judgeStack(s3Logging, stackOf(bucket(spelling)))), ["violation "]);
    });
  }

  it("passes the bucket that receives the logs", async () => {
    const logs = { type: "aws:s3/bucket:Bucket", name: "logs", props: { bucket: "logs" } };
    const separate = { type, name: "separate", props: { bucket: "shop-artifacts", targetBucket: "logs" } };
    assert.deepEqual(brief(await judgeStack(s3Logging, stackOf(bucket(), logs, separate))), []);
  });

  it("refuses a bucket that logs into itself, on the logging", async () => {
    const separate = (targetBucket: string, dependsOn = {}) =>
      judgeStack(
        s3Logging,
        stackOf(bucket(), { type, name: "self", props: { bucket: "shop-artifacts", targetBucket }, dependsOn }),
      );
    for (const findings of [await separate("shop-artifacts"), await separate(unknown, { targetBucket: ["store"] })]) {
      assert.deepEqual(brief(findings), ["violation targetBucket"]);
      assert.match(findings[0]?.urn ?? "", /::self$/);
    }
  });

  it("judges the older spelling of the resource alike", async () => {
    const older = {
      type: "aws:s3/bucketLoggingV2:BucketLoggingV2",
      name: "older",
      props: { bucket: "shop-artifacts", targetBucket: "shop-artifacts" },
    };
    assert.deepEqual(brief(await judgeStack(s3Logging, stackOf(bucket(), older))), ["violation targetBucket"]);
  });
});
