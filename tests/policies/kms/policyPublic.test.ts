import { strict as assert } from "node:assert";
import { kmsPolicyPublic } from "../../../policies/kms/policyPublic";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:kms/key:Key";

describe("kms-policy-public", () => {
  const root = {
    Sid: "Root",
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::123456789012:root" },
    Action: "kms:*",
    Resource: "*",
  };
  const role = {
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::123456789012:role/x" },
    Action: "kms:Decrypt",
    Resource: "*",
  };
  const text = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const cases: [behaviour: string, policy: string, expected: string[]][] = [
    ["passes the account and a role", text(root, role), []],
    [
      "passes everybody of the own account, as AWS's own keys have it",
      text({
        ...role,
        Principal: { AWS: "*" },
        Condition: {
          StringEquals: { "kms:CallerAccount": "123456789012", "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
        },
      }),
      [],
    ],
    ["passes a denial to everybody", text(root, { ...role, Effect: "Deny", Principal: "*" }), []],
    ["refuses everybody", text(root, { ...role, Principal: "*" }), ["violation policy.Statement[1].Principal"]],
    [
      "refuses everybody under a condition that says nothing about them",
      text({ ...role, Principal: { AWS: "*" }, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
      ["violation policy.Statement[0].Principal.AWS"],
    ],
    ["refuses what does not parse", "{", ["violation policy"]],
    ["cannot decide an unknown policy", unknown, ["undecided policy"]],
  ];
  for (const [behaviour, policy, expected] of cases) {
    it(behaviour, async () =>
      assert.deepEqual(brief(await judge(kmsPolicyPublic, { type, props: { policy } })), expected),
    );
  }

  it("judges a policy resource alike", async () => {
    const [, policy, expected] = cases.find(([, , findings]) =>
      findings[0]?.startsWith("violation"),
    ) as (typeof cases)[number];
    assert.deepEqual(
      brief(await judge(kmsPolicyPublic, { type: "aws:kms/keyPolicy:KeyPolicy", props: { policy } })),
      expected,
    );
  });
});
