import { strict as assert } from "node:assert";
import { s3Lockout } from "../../../policies/s3/lockout";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:s3/bucketPolicy:BucketPolicy";

describe("s3-lockout", () => {
  const denial = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"],
  };
  const text = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const cases: [behaviour: string, policy: string, expected: string[]][] = [
    [
      "passes a denial with a condition",
      text({ ...denial, Condition: { Bool: { "aws:SecureTransport": "false" } } }),
      [],
    ],
    ["passes a denial of the objects alone", text({ ...denial, Resource: "arn:aws:s3:::shop/*" }), []],
    ["passes a denial of deletion", text({ ...denial, Action: "s3:DeleteBucket" }), []],
    ["passes a denial to one role", text({ ...denial, Principal: { AWS: "arn:aws:iam::123456789012:role/x" } }), []],
    [
      "passes a denial to all but a role, which can change the policy",
      text({
        Effect: "Deny",
        NotPrincipal: { AWS: "arn:aws:iam::123456789012:role/x" },
        Action: "s3:*",
        Resource: denial.Resource,
      }),
      [],
    ],
    ["refuses a denial of everything to everybody", text(denial), ["violation policy.Statement[0].Principal"]],
    [
      "refuses a denial of the policy alone",
      text({ ...denial, Action: "s3:Put*Policy" }),
      ["violation policy.Statement[0].Principal"],
    ],
    [
      "passes a denial of all but the policy",
      text({ Effect: "Deny", Principal: "*", NotAction: "s3:*BucketPolicy", Resource: denial.Resource }),
      [],
    ],
    [
      "refuses a denial of all but reading",
      text({ Effect: "Deny", Principal: "*", NotAction: "s3:Get*", Resource: denial.Resource }),
      ["violation policy.Statement[0].Principal"],
    ],
    [
      "refuses a denial of all but objects",
      text({ Effect: "Deny", Principal: "*", Action: "s3:*", NotResource: "arn:aws:s3:::shop/*" }),
      ["violation policy.Statement[0].Principal"],
    ],
    [
      "passes a denial of all but the bucket",
      text({ Effect: "Deny", Principal: "*", Action: "s3:*", NotResource: "arn:aws:s3:::shop" }),
      [],
    ],
    ["cannot decide an unknown policy", unknown, ["undecided policy"]],
  ];
  for (const [behaviour, policy, expected] of cases) {
    it(behaviour, async () => assert.deepEqual(brief(await judge(s3Lockout, { type, props: { policy } })), expected));
  }

  for (const spelling of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
    it(`judges a policy that stands on a ${spelling}`, async () => {
      const findings = await judge(s3Lockout, { type: spelling, props: { policy: text(denial) } });
      assert.deepEqual(brief(findings), ["violation policy.Statement[0].Principal"]);
    });
  }
});
