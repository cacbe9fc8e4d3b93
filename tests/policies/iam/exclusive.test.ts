import { strict as assert } from "node:assert";
import { iamExclusive } from "../../../policies/iam/exclusive";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const role = (props: object) => ({ type: "aws:iam/role:Role", name: "role", props });
const attachment = (policyArn: unknown) => ({
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  name: "attachment",
  props: { policyArn },
  dependsOn: { role: ["role"] },
});
const policy = {
  type: "aws:iam/rolePolicy:RolePolicy",
  name: "policy",
  props: { name: "a" },
  dependsOn: { role: ["role"] },
};

describe("iam-exclusive", () => {
  const cases: [behaviour: string, resources: Parameters<typeof stackOf>, expected: string[]][] = [
    ["passes a list alone", [role({ managedPolicyArns: ["a"] })], []],
    ["passes attachments alone", [role({}), attachment("a")], []],
    ["passes a list that the provider read back", [role({ managedPolicyArns: ["a"] }), attachment("a")], []],
    [
      "passes a list that is unknown because it is an output",
      [role({ managedPolicyArns: unknown, inlinePolicies: unknown }), attachment("a"), policy],
      [],
    ],
    [
      "refuses a list beside another attachment",
      [role({ managedPolicyArns: ["b"] }), attachment("a")],
      ["violation managedPolicyArns"],
    ],
    [
      "refuses a list beside a PolicyAttachment",
      [
        role({ name: "shop", managedPolicyArns: ["b"] }),
        {
          type: "aws:iam/policyAttachment:PolicyAttachment",
          name: "attachment",
          props: { policyArn: "a", roles: ["shop"] },
        },
      ],
      ["violation managedPolicyArns"],
    ],
    [
      "refuses inline policies beside another policy",
      [role({ inlinePolicies: [{ name: "b" }] }), policy],
      ["violation inlinePolicies"],
    ],
    ["passes the inline policy that the provider read back", [role({ inlinePolicies: [{ name: "a" }] }), policy], []],
  ];
  for (const [behaviour, resources, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judgeStack(iamExclusive, stackOf(...resources))), expected);
    });
  }
});
