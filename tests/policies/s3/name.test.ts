import { strict as assert } from "node:assert";
import { s3Name } from "../../../policies/s3/name";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:s3/bucket:Bucket";

describe("s3-name", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes hyphens", { bucket: "shop-artifacts" }, []],
    ["passes a name that is made later", { bucket: unknown }, []],
    ["passes an absent name", {}, []],
    ["passes a website, which has the name of its domain", { bucket: "www.example.com", website: {} }, []],
    ["refuses dots in a prefix", { bucketPrefix: "shop." }, ["violation bucketPrefix"]],
    ["refuses dots", { bucket: "shop.artifacts" }, ["violation bucket"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judgeStack(s3Name, stackOf({ type, props }))), expected);
    });
  }

  it("judges the older spelling of the type alike", async () => {
    const findings = await judgeStack(s3Name, stackOf({ type: "aws:s3/bucketV2:BucketV2", props: { bucket: "a.b" } }));
    assert.deepEqual(brief(findings), ["violation bucket"]);
  });

  for (const website of [
    "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
    "aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2",
  ]) {
    it(`passes a bucket with a ${website}`, async () => {
      const bucket = { type, name: "site", props: { bucket: "www.example.com" } };
      const configuration = { type: website, name: "website", props: { bucket: "www.example.com" } };
      assert.deepEqual(await judgeStack(s3Name, stackOf(bucket, configuration)), []);
    });
  }
});
