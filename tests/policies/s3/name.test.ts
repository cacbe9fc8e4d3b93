import { strict as assert } from "node:assert";
import { s3Name } from "../../../policies/s3/name";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:s3/bucket:Bucket";

describe("s3-name", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes hyphens", { bucket: "shop-artifacts" }, []],
    ["passes a name that is made later", { bucket: unknown }, []],
    ["passes an absent name", {}, []],
    ["refuses dots", { bucket: "shop.artifacts" }, ["violation bucket"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(s3Name, { type, props })), expected);
    });
  }

  it("judges the older spelling of the type alike", async () => {
    const findings = await judge(s3Name, { type: "aws:s3/bucketV2:BucketV2", props: { bucket: "a.b" } });
    assert.deepEqual(brief(findings), ["violation bucket"]);
  });
});
