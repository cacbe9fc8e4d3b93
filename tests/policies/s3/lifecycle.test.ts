import { strict as assert } from "node:assert";
import { s3Lifecycle } from "../../../policies/s3/lifecycle";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

describe("s3-lifecycle", () => {
  const bucket = (type = "aws:s3/bucket:Bucket") => ({ type, name: "store", props: { bucket: "shop-artifacts" } });
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes a rule with both",
      {
        rules: [
          {
            status: "Enabled",
            noncurrentVersionExpiration: { noncurrentDays: 30 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
      [],
    ],
    [
      "passes two rules with one each",
      {
        rules: [
          { status: "Enabled", noncurrentVersionExpiration: unknown },
          { status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
        ],
      },
      [],
    ],
    [
      "refuses a rule that is off",
      {
        rules: [
          {
            status: "Disabled",
            noncurrentVersionExpiration: { noncurrentDays: 30 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
      ["violation rules", "violation rules"],
    ],
    [
      "refuses a rule for uploads alone",
      { rules: [{ status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } }] },
      ["violation rules"],
    ],
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
      assert.deepEqual(brief(await judgeStack(s3Lifecycle, stackOf(bucket(), separate))), expected);
    });
  }

  for (const spelling of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
    it(`refuses a ${spelling} that has none`, async () => {
      assert.deepEqual(brief(await judgeStack(s3Lifecycle, stackOf(bucket(spelling)))), ["violation "]);
    });
  }

  it("judges the older spelling of the resource alike", async () => {
    const older = {
      type: "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
      name: "older",
      props: { bucket: "shop-artifacts", rules: [] },
    };
    assert.deepEqual(brief(await judgeStack(s3Lifecycle, stackOf(bucket(), older))), [
      "violation rules",
      "violation rules",
    ]);
  });
});
