import { strict as assert } from "node:assert";
import { s3Ownership } from "../../../policies/s3/ownership";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";

describe("s3-ownership", () => {
  const bucket = (type = "aws:s3/bucket:Bucket") => ({ type, name: "store", props: { bucket: "shop-artifacts" } });
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes enforced ownership", { rule: { objectOwnership: "BucketOwnerEnforced" } }, []],
    [
      "refuses the writer's ownership",
      { rule: { objectOwnership: "ObjectWriter" } },
      ["violation rule.objectOwnership"],
    ],
    ["cannot decide an unknown rule", { rule: unknown }, ["undecided rule.objectOwnership"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      const separate = {
        type,
        name: "separate",
        props: { bucket: unknown, ...props },
        dependsOn: { bucket: ["store"] },
      };
      assert.deepEqual(brief(await judgeStack(s3Ownership, stackOf(bucket(), separate))), expected);
    });
  }

  for (const spelling of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
    it(`passes a ${spelling} that has none, which AWS enforces by itself`, async () => {
      assert.deepEqual(await judgeStack(s3Ownership, stackOf(bucket(spelling))), []);
    });
  }

  const everybody = "http://acs.amazonaws.com/groups/global/AllUsers";
  const inline: [behaviour: string, props: object, expected: string[]][] = [
    [
      "refuses a grant to a group",
      { grants: [{ type: "Group", permissions: ["READ"], uri: everybody }] },
      ["violation grants[0]"],
    ],
    [
      "passes the owner's own grant",
      { grants: [{ type: "CanonicalUser", permissions: ["FULL_CONTROL"], id: "1" }] },
      [],
    ],
    ["cannot decide unknown grants", { grants: unknown }, ["undecided grants"]],
  ];
  for (const [behaviour, props, expected] of inline) {
    it(`${behaviour} on the bucket`, async () => {
      const described = { ...bucket(), props: { bucket: "shop-artifacts", ...props } };
      assert.deepEqual(brief(await judgeStack(s3Ownership, stackOf(described))), expected);
    });
  }

  it("refuses controls and lists of a bucket that is of another stack, on themselves", async () => {
    const controls = { type, name: "controls", props: { bucket: "far", rule: { objectOwnership: "ObjectWriter" } } };
    const list = { type: "aws:s3/bucketAcl:BucketAcl", name: "acl", props: { bucket: "far", acl: "public-read" } };
    const findings = await judgeStack(s3Ownership, stackOf(controls, list));
    assert.deepEqual(
      findings.map(({ urn, path }) => [urn.split("::").pop(), path]),
      [
        ["acl", "acl"],
        ["controls", "rule.objectOwnership"],
      ],
    );
  });

  it("passes a bucket for standard logs of CloudFront, which come by access control lists", async () => {
    const link = { bucket: ["store"] };
    const preferred = { bucket: unknown, rule: { objectOwnership: "BucketOwnerPreferred" } };
    const controls = { type, name: "controls", props: preferred, dependsOn: link };
    const list = { type: "aws:s3/bucketAcl:BucketAcl", name: "acl", props: { bucket: unknown }, dependsOn: link };
    const distribution = {
      type: "aws:cloudfront/distribution:Distribution",
      name: "cdn",
      props: { loggingConfig: unknown },
      dependsOn: { loggingConfig: ["store"] },
    };
    assert.deepEqual(await judgeStack(s3Ownership, stackOf(bucket(), controls, list, distribution)), []);
    assert.equal((await judgeStack(s3Ownership, stackOf(bucket(), controls, list))).length, 2);
  });

  for (const acl of ["aws:s3/bucketAcl:BucketAcl", "aws:s3/bucketAclV2:BucketAclV2"]) {
    it(`refuses a ${acl}`, async () => {
      const separate = {
        type,
        name: "separate",
        props: { bucket: "shop-artifacts", rule: { objectOwnership: "BucketOwnerEnforced" } },
      };
      const list = { type: acl, name: "acl", props: { bucket: "shop-artifacts", acl: "private" } };
      assert.deepEqual(brief(await judgeStack(s3Ownership, stackOf(bucket(), separate, list))), ["violation acl"]);
    });
  }
});
