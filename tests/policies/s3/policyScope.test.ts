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
});
