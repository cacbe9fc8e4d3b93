import { strict as assert } from "node:assert";
import { iamSize } from "../../../policies/iam/size";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";
import { allow, policyDocument } from "./documents";

const ofLength = (length: number) => {
  const frame = policyDocument(allow("s3:GetObject", ""));
  return frame.replace('"Resource":""', `"Resource":"${"x".repeat(length - frame.length)}"`);
};
const policy = (text: unknown, type = "aws:iam/policy:Policy") => ({ type, props: { policy: text } });
const role = { type: "aws:iam/role:Role", name: "role", props: { assumeRolePolicy: ofLength(300) } };
const inline = (name: string, length: number) => ({
  ...policy(ofLength(length), "aws:iam/rolePolicy:RolePolicy"),
  name,
  dependsOn: { role: ["role"] },
});

describe("iam-size", () => {
  const cases: [behaviour: string, resource: Parameters<typeof judge>[1], expected: string[]][] = [
    ["passes a managed policy at its quota", policy(ofLength(6144)), []],
    ["refuses one character more", policy(ofLength(6145)), ["violation policy"]],
    ["does not count white space", policy(`${ofLength(6144)}${" \n".repeat(500)}`), []],
    ["passes an inline policy of that length", policy(ofLength(6145), "aws:iam/rolePolicy:RolePolicy"), []],
    [
      "refuses a long trust policy",
      { type: "aws:iam/role:Role", props: { assumeRolePolicy: ofLength(4097) } },
      ["violation assumeRolePolicy"],
    ],
    ["ignores an unknown document, which iam-document reports", policy(unknown), []],
    ["ignores an absent document", policy(undefined), []],
  ];
  for (const [behaviour, resource, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(iamSize, resource)), expected);
    });
  }

  it("adds up the inline policies of a role", async () => {
    assert.deepEqual(brief(await judgeStack(iamSize, stackOf(role, inline("a", 5000), inline("b", 5000)))), []);
    assert.deepEqual(brief(await judgeStack(iamSize, stackOf(role, inline("a", 5000), inline("b", 5241)))), [
      "violation inlinePolicies",
    ]);
  });

  it("counts the attachments of a role", async () => {
    const attachments = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        name: `a${index}`,
        dependsOn: { role: ["role"] },
      }));
    assert.deepEqual(brief(await judgeStack(iamSize, stackOf(role, ...attachments(10)))), []);
    assert.deepEqual(brief(await judgeStack(iamSize, stackOf(role, ...attachments(11)))), [
      "violation managedPolicyArns",
    ]);
  });
});
