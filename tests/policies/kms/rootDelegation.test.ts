import { strict as assert } from "node:assert";
import { kmsRootDelegation } from "../../../policies/kms/rootDelegation";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:kms/key:Key";

describe("kms-root-delegation", () => {
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
    ["passes the own account and a role with a few rights", text(root, role), []],
    ["passes the account as a number", text({ ...root, Principal: { AWS: "123456789012" } }), []],
    ["passes an account that is not known yet", text({ ...root, Principal: { AWS: unknown } }), []],
    ["refuses a policy without the account", text(role), ["violation policy"]],
    [
      "refuses every right for a role",
      text(root, { ...role, Action: "kms:*" }),
      ["violation policy.Statement[1].Principal.AWS"],
    ],
    [
      "refuses every right for a service",
      text(root, { ...role, Principal: { Service: "logs.amazonaws.com" }, Action: "*" }),
      ["violation policy.Statement[1].Principal.Service"],
    ],
    [
      "refuses every right for a foreign account",
      text(root, { ...root, Principal: { AWS: "999999999999" } }),
      ["violation policy.Statement[1].Principal.AWS"],
    ],
    [
      "refuses NotAction",
      text(root, { Effect: "Allow", Principal: role.Principal, NotAction: "kms:Delete*", Resource: "*" }),
      ["violation policy.Statement[1].NotAction"],
    ],
    ["cannot decide an unknown policy", unknown, ["undecided policy"]],
  ];
  for (const [behaviour, policy, expected] of cases) {
    it(behaviour, async () =>
      assert.deepEqual(brief(await judge(kmsRootDelegation, { type, props: { policy } })), expected),
    );
  }

  it("judges a policy resource alike", async () => {
    const [, policy, expected] = cases.find(([, , findings]) =>
      findings[0]?.startsWith("violation"),
    ) as (typeof cases)[number];
    assert.deepEqual(
      brief(await judge(kmsRootDelegation, { type: "aws:kms/keyPolicy:KeyPolicy", props: { policy } })),
      expected,
    );
  });

  it("leaves a key without a policy to kms-policy-defined", async () => {
    assert.deepEqual(await judge(kmsRootDelegation, { type }), []);
  });
});
