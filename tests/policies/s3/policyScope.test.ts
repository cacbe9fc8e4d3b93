import { strict as assert } from "node:assert";
import { s3PolicyScope } from "../../../policies/s3/policyScope";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:s3/bucketPolicy:BucketPolicy";

describe("s3-policy-scope", () => {
  const open = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
  const service = (condition?: object) => ({
    Effect: "Allow",
    Principal: { Service: "cloudtrail.amazonaws.com" },
    Action: "s3:GetObject",
    Resource: "*",
    ...(condition && { Condition: condition }),
  });
  const account = (id: string) => ({ ...open, Principal: { AWS: `arn:aws:iam::${id}:root` } });
  const text = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const documents: [behaviour: string, document: string, expected: string[]][] = [
    ["passes the own account", text(account("123456789012")), []],
    [
      "passes everybody of an organization",
      text({ ...open, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
      [],
    ],
    [
      "passes a service with the own account as source",
      text(service({ StringEquals: { "aws:SourceAccount": "123456789012" } })),
      [],
    ],
    ["never flags a denial", text({ ...open, Effect: "Deny" }, account("123456789012")), []],
    ["refuses everybody", text(open), ["violation policy.Statement[0].Principal"]],
    ["refuses a foreign account", text(account("999999999999")), ["violation policy.Statement[0].Principal.AWS"]],
    ["refuses a service without a source", text(service()), ["violation policy.Statement[0].Principal.Service"]],
    [
      "refuses a service with a wrong account as source",
      text(service({ StringEquals: { "aws:SourceAccount": "999999999999" } })),
      ["violation policy.Statement[0].Principal.Service"],
    ],
    ["refuses what does not parse", "{", ["violation policy"]],
    ["cannot decide an unknown document", unknown, ["undecided policy"]],
  ];
  for (const [behaviour, document, expected] of documents) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(s3PolicyScope, { type, props: { policy: document } })), expected);
    });
  }

  it("passes an account that the settings trust", async () => {
    const described = { type, props: { policy: text(account("999999999999")) } };
    assert.deepEqual(await judge(s3PolicyScope, described, { trustedAccounts: ["999999999999"] }), []);
  });

  const own = account("123456789012");

  it("refuses every action, however it is written", async () => {
    for (const Action of ["s3:*", "*", "S3:*", ["s3:GetObject", "s3:*"]]) {
      const findings = await judge(s3PolicyScope, { type, props: { policy: text({ ...own, Action }) } });
      assert.deepEqual(brief(findings), ["violation policy.Statement[0].Action"], JSON.stringify(Action));
    }
  });

  it("refuses NotAction", async () => {
    const statement = { Effect: "Allow", Principal: own.Principal, NotAction: "s3:DeleteObject", Resource: "*" };
    const findings = await judge(s3PolicyScope, { type, props: { policy: text(statement) } });
    assert.deepEqual(brief(findings), ["violation policy.Statement[0].NotAction"]);
  });

  it("keeps the owner's actions from trusted accounts, too", async () => {
    const described = { type, props: { policy: text({ ...account("999999999999"), Action: "s3:PutBucket*" }) } };
    const findings = await judge(s3PolicyScope, described, { trustedAccounts: ["999999999999"] });
    assert.deepEqual(brief(findings), ["violation policy.Statement[0].Action"]);
  });

  for (const spelling of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
    it(`judges a policy that stands on a ${spelling}`, async () => {
      const findings = await judge(s3PolicyScope, { type: spelling, props: { policy: text(open) } });
      assert.deepEqual(brief(findings), ["violation policy.Statement[0].Principal"]);
      assert.deepEqual(await judge(s3PolicyScope, { type: spelling, props: { policy: unknown } }), []);
    });
  }
});
