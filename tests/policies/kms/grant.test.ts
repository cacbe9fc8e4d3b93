import { strict as assert } from "node:assert";
import { kmsGrant } from "../../../policies/kms/grant";
import { type KeyCase, itJudgesKeyPolicies, keyPolicy, role, root } from "../../support/keyPolicy";
import { brief, judge, unknown } from "../../support/policy";

describe("kms-grant", () => {
  const granting = (Condition?: object, Action: unknown = "kms:CreateGrant") => ({
    ...role,
    Action,
    ...(Condition && { Condition }),
  });
  const ofAccount = (id: string) => ({ ...granting(), Principal: { AWS: `arn:aws:iam::${id}:root` } });
  const denial = (Condition: object) => ({ ...granting(Condition), Effect: "Deny", Principal: "*" });
  const othersDenied = { "kms:GrantIsForAWSResource": "false", "aws:PrincipalIsAWSService": "false" };
  const refused = ["violation policy.Statement[1].Principal.AWS"];
  const cases: KeyCase[] = [
    ["passes the account itself", keyPolicy(root), []],
    [
      "passes a role limited to AWS resources",
      keyPolicy(root, granting({ Bool: { "kms:GrantIsForAWSResource": "true" } })),
      [],
    ],
    [
      "passes a role limited to one service in all regions",
      keyPolicy(root, granting({ StringLike: { "kms:ViaService": "ecr.*.amazonaws.com" } })),
      [],
    ],
    [
      "passes a role limited to one grantee",
      keyPolicy(root, granting({ StringEquals: { "kms:GranteePrincipal": "arn:aws:iam::123456789012:role/y" } })),
      [],
    ],
    [
      "leaves services to kms-service-source",
      keyPolicy(root, { ...granting(), Principal: { Service: "fargate.amazonaws.com" } }),
      [],
    ],
    [
      "passes a role where a denial limits everybody",
      keyPolicy(root, granting(), denial({ BoolIfExists: othersDenied })),
      [],
    ],
    [
      "passes the wildcard of administrators, who may rewrite the policy anyhow",
      keyPolicy(root, granting(undefined, ["kms:Create*", "kms:Put*"])),
      [],
    ],
    [
      "refuses a role without a limit",
      keyPolicy(root, granting(undefined, ["kms:Decrypt", "kms:CreateGrant"])),
      refused,
    ],
    ["refuses a wildcard that holds it", keyPolicy(root, granting(undefined, "kms:Create*")), refused],
    [
      "refuses administrators who use the key",
      keyPolicy(root, granting(undefined, ["kms:Create*", "kms:Put*", "kms:Decrypt"])),
      refused,
    ],
    [
      "refuses the limit turned round",
      keyPolicy(root, granting({ Bool: { "kms:GrantIsForAWSResource": "false" } })),
      refused,
    ],
    [
      "refuses a role where a denial has a further condition",
      keyPolicy(root, granting(), denial({ Bool: { ...othersDenied, "aws:SecureTransport": "false" } })),
      refused,
    ],
    ["refuses a foreign account without a limit", keyPolicy(root, ofAccount("999999999999")), refused],
    [
      "cannot decide a role that is not known yet",
      keyPolicy(root, { ...granting(), Principal: { AWS: unknown } }),
      ["undecided policy.Statement[1].Principal.AWS"],
    ],
  ];

  itJudgesKeyPolicies(kmsGrant, cases);

  it("leaves a trusted account to its own policies", async () => {
    const described = { type: "aws:kms/key:Key", props: { policy: keyPolicy(root, ofAccount("999999999999")) } };
    assert.deepEqual(await judge(kmsGrant, described, { trustedAccounts: ["999999999999"] }), []);
  });

  it("judges a grant", async () => {
    const grant = (...operations: string[]) => judge(kmsGrant, { type: "aws:kms/grant:Grant", props: { operations } });
    assert.deepEqual(brief(await grant("Decrypt")), []);
    assert.deepEqual(brief(await grant("Decrypt", "CreateGrant")), ["violation operations[1]"]);
    assert.deepEqual(brief(await grant(unknown, "CreateGrant")), [
      "undecided operations[0]",
      "violation operations[1]",
    ]);
  });
});
