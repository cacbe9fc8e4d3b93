import { strict as assert } from "node:assert";
import { s3Events } from "../../../policies/s3/events";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:s3/bucketNotification:BucketNotification";

describe("s3-events", () => {
  const bucket = (type = "aws:s3/bucket:Bucket") => ({ type, name: "store", props: { bucket: "shop-artifacts" } });
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes EventBridge", { eventbridge: true }, []],
    ["passes queues that are not known yet", { queues: unknown }, []],
    ["refuses an empty notification", {}, ["violation eventbridge"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      const separate = {
        type,
        name: "separate",
        props: { bucket: unknown, ...props },
        dependsOn: { bucket: ["store"] },
      };
      assert.deepEqual(brief(await judgeStack(s3Events, stackOf(bucket(), separate))), expected);
    });
  }

  for (const spelling of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
    it(`refuses a ${spelling} that has none`, async () => {
      assert.deepEqual(brief(await judgeStack(s3Events, stackOf(bucket(spelling)))), ["violation "]);
    });
  }
});
