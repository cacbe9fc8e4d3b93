import { strict as assert } from "node:assert";
import { s3Replication } from "../../../policies/s3/replication";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";

describe("s3-replication", () => {
  const bucket = (type = "aws:s3/bucket:Bucket") => ({ type, name: "store", props: { bucket: "shop-artifacts" } });
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an enabled rule", { rules: [{ status: "Enabled" }] }, []],
    ["refuses a rule that is off", { rules: [{ status: "Disabled" }] }, ["violation rules"]],
    ["cannot decide unknown rules", { rules: unknown }, ["undecided rules"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      const separate = {
        type,
        name: "separate",
        props: { bucket: unknown, ...props },
        dependsOn: { bucket: ["store"] },
      };
      assert.deepEqual(brief(await judgeStack(s3Replication, stackOf(bucket(), separate))), expected);
    });
  }

  for (const spelling of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
    it(`refuses a ${spelling} that has none`, async () => {
      assert.deepEqual(brief(await judgeStack(s3Replication, stackOf(bucket(spelling)))), ["violation "]);
    });
  }
});
