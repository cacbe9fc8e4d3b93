import { strict as assert } from "node:assert";
import { kmsRootDelegation } from "../../../policies/kms/rootDelegation";
import { type KeyCase, itJudgesKeyPolicies, keyPolicy, role, root } from "../../support/keyPolicy";
import { judge, unknown } from "../../support/policy";

describe("kms-root-delegation", () => {
  const cases: KeyCase[] = [
    ["passes the own account and a role with a few rights", keyPolicy(root, role), []],
    ["passes the account as a number", keyPolicy({ ...root, Principal: { AWS: "123456789012" } }), []],
    ["passes an account that is not known yet", keyPolicy({ ...root, Principal: { AWS: unknown } }), []],
    ["passes the account on the key's own ARN", keyPolicy({ ...root, Resource: unknown }), []],
    ["refuses a policy without the account", keyPolicy(role), ["violation policy"]],
    [
      "refuses the account on an alias, which is nothing in a key's policy",
      keyPolicy({ ...root, Resource: "arn:aws:kms:eu-west-1:123456789012:alias/shop" }),
      ["violation policy"],
    ],
    [
      "refuses the account under a condition",
      keyPolicy({ ...root, Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }),
      ["violation policy"],
    ],
    [
      "refuses every right for a role",
      keyPolicy(root, { ...role, Action: "kms:*" }),
      ["violation policy.Statement[1].Principal.AWS"],
    ],
    [
      "refuses every right for a role in another spelling",
      keyPolicy(root, { ...role, Action: "kms:?*" }),
      ["violation policy.Statement[1].Principal.AWS"],
    ],
    [
      "refuses every right for a service",
      keyPolicy(root, { ...role, Principal: { Service: "logs.amazonaws.com" }, Action: "*" }),
      ["violation policy.Statement[1].Principal.Service"],
    ],
    [
      "refuses every right for a foreign account",
      keyPolicy(root, { ...root, Principal: { AWS: "999999999999" } }),
      ["violation policy.Statement[1].Principal.AWS"],
    ],
    [
      "refuses NotAction",
      keyPolicy(root, { Effect: "Allow", Principal: role.Principal, NotAction: "kms:Delete*", Resource: "*" }),
      ["violation policy.Statement[1].NotAction"],
    ],
  ];

  itJudgesKeyPolicies(kmsRootDelegation, cases);

  it("leaves a key without a policy to kms-policy-defined", async () => {
    assert.deepEqual(await judge(kmsRootDelegation, { type: "aws:kms/key:Key" }), []);
  });
});
