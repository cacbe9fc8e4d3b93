import { strict as assert } from "node:assert";
import { s3Versioning } from "../../../policies/s3/versioning";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

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
      assert.deepEqual(brief(await judgeStack(s3Versioning, stackOf(bucket(), separate))), expected);
    });
  }

  for (const spelling of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
    it(`refuses a ${spelling} that has none`, async () => {
      assert.deepEqual(brief(await judgeStack(s3Versioning, stackOf(bucket(spelling)))), ["violation "]);
    });
  }
});
