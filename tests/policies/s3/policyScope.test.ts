import { strict as assert } from "node:assert";
import { s3PolicyScope } from "../../../policies/s3/policyScope";
import { brief, judge, unknown } from "../../support/policy";
import { documentOf, itJudgesAudience, statementsFor } from "../../support/audience";

const type = "aws:s3/bucketPolicy:BucketPolicy";

describe("s3-policy-scope", () => {
  itJudgesAudience({
    control: s3PolicyScope,
    type,
    property: "policy",
    action: "s3:DeleteObject",
    service: "cloudtrail",
  });

  const { open, account } = statementsFor("s3:GetObject", "cloudtrail");

  const own = account("123456789012");

  it("refuses every action, however it is written", async () => {
    for (const Action of ["s3:*", "*", "S3:*", ["s3:GetObject", "s3:*"]]) {
      const findings = await judge(s3PolicyScope, { type, props: { policy: documentOf({ ...own, Action }) } });
      assert.deepEqual(brief(findings), ["violation policy.Statement[0].Action"], JSON.stringify(Action));
    }
  });

  it("refuses NotAction", async () => {
    const statement = { Effect: "Allow", Principal: own.Principal, NotAction: "s3:DeleteObject", Resource: "*" };
    const findings = await judge(s3PolicyScope, { type, props: { policy: documentOf(statement) } });
    assert.deepEqual(brief(findings), ["violation policy.Statement[0].NotAction"]);
  });

  it("keeps the owner's actions from trusted accounts, too", async () => {
    const described = { type, props: { policy: documentOf({ ...account("999999999999"), Action: "s3:PutBucket*" }) } };
    const findings = await judge(s3PolicyScope, described, { trustedAccounts: ["999999999999"] });
    assert.deepEqual(brief(findings), ["violation policy.Statement[0].Action"]);
  });

  for (const spelling of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
    it(`judges a policy that stands on a ${spelling}`, async () => {
      const findings = await judge(s3PolicyScope, { type: spelling, props: { policy: documentOf(open) } });
      assert.deepEqual(brief(findings), ["violation policy.Statement[0].Principal"]);
      assert.deepEqual(brief(await judge(s3PolicyScope, { type: spelling, props: { policy: unknown } })), [
        "undecided policy",
      ]);
    });
  }

  it("takes every action for the decision of access points", async () => {
    const delegation = (account: string) => ({
      ...open,
      Action: "*",
      Condition: { StringEquals: { "s3:DataAccessPointAccount": account } },
    });
    const judged = async (account: string) =>
      brief(await judge(s3PolicyScope, { type, props: { policy: documentOf(delegation(account)) } }));
    assert.deepEqual(await judged("123456789012"), []);
    assert.notDeepEqual(await judged("999999999999"), []);
  });

  describe("on access points", () => {
    const point = "aws:s3/accessPoint:AccessPoint";

    it("judges every place of their policies", async () => {
      const policy = documentOf(open);
      for (const [other, props, path] of [
        [point, { policy }, "policy"],
        ["aws:s3control/accessPointPolicy:AccessPointPolicy", { policy }, "policy"],
        ["aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy", { policy }, "policy"],
        [
          "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy",
          { details: { policy } },
          "details.policy",
        ],
      ] as const) {
        const findings = await judge(s3PolicyScope, { type: other, props });
        assert.deepEqual(brief(findings), [`violation ${path}.Statement[0].Principal`], other);
      }
    });

    it("lets in everybody where only one VPC reaches the access point", async () => {
      const props = { policy: documentOf(open), vpcConfiguration: { vpcId: "vpc-1" } };
      assert.deepEqual(await judge(s3PolicyScope, { type: point, props }), []);
      const deletion = { ...account("999999999999"), Action: "s3:DeleteObject" };
      const foreign = { ...props, policy: documentOf(deletion) };
      assert.deepEqual(brief(await judge(s3PolicyScope, { type: point, props: foreign })), [
        "violation policy.Statement[0].Principal.AWS",
      ]);
    });

    it("takes an empty object for no policy", async () => {
      assert.deepEqual(await judge(s3PolicyScope, { type: point, props: { policy: "{ }" } }), []);
      assert.deepEqual(await judge(s3PolicyScope, { type: point }), []);
    });
  });
});
