import { strict as assert } from "node:assert";
import { iamNoAdmin } from "../../../policies/iam/noAdmin";
import { judge, unknown } from "../../support/policy";
import { allow, deny, identityBasics, policyDocument, rolePolicy, table } from "./documents";

describe("iam-no-admin", () => {
  identityBasics(iamNoAdmin);
  table(iamNoAdmin, [
    ["passes named actions", rolePolicy(allow("s3:GetObject", "arn:aws:s3:::shop/*")), []],
    ["refuses every action", rolePolicy(allow("*", "*")), ["*|*"]],
    ["refuses every action of every service", rolePolicy(allow(["*:*"], ["*"])), ["*:*|*"]],
    ["refuses the form with a question mark", rolePolicy(allow("?*", "*")), ["?*|*"]],
    ["refuses it while the resource is unknown", rolePolicy(allow("*", unknown)), ["*|"]],
    [
      "refuses it under a condition",
      rolePolicy(allow("*", "*", { Bool: { "aws:MultiFactorAuthPresent": "true" } })),
      ["*|*"],
    ],
    ["leaves service wildcards to another control", rolePolicy(allow("s3:*", "*")), []],
    ["ignores Deny statements", rolePolicy(deny("*", "*")), []],
    ["ignores an unknown action, which iam-document reports", rolePolicy(allow(unknown, "*")), []],
    [
      "reads users' policies",
      { type: "aws:iam/userPolicy:UserPolicy", props: { policy: policyDocument(allow("*", "*")) } },
      ["*|*"],
    ],
    [
      "reads groups' policies",
      { type: "aws:iam/groupPolicy:GroupPolicy", props: { policy: policyDocument(allow("*", "*")) } },
      ["*|*"],
    ],
    [
      "reads inline policies of a role",
      { type: "aws:iam/role:Role", props: { inlinePolicies: [{ policy: policyDocument(allow("*", "*")) }] } },
      ["*|*"],
    ],
    [
      "reads a document given as an object",
      { type: "aws:iam/policy:Policy", props: { policy: { Version: "2012-10-17", Statement: allow("*", "*") } } },
      ["*|*"],
    ],
  ]);

  it("names statement, place and a statement to paste", async () => {
    const [finding] = await judge(iamNoAdmin, rolePolicy(allow("*", "*")));
    assert.equal(finding?.path, "policy.Statement[0].Action");
    assert.match(finding?.what ?? "", /^statement "Work" allows every action/);
    assert.match(finding?.fix ?? "", /"Effect":"Allow"/);
  });
});
