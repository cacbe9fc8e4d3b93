import { strict as assert } from "node:assert";
import { iamDocument } from "../../../policies/iam/document";
import { brief, judge, unknown } from "../../support/policy";
import { allow, arn, policyDocument, rolePolicy, roleTrusting, trust } from "./documents";

const policy = (text: unknown) => ({ type: "aws:iam/rolePolicy:RolePolicy", props: { policy: text } });
const good = allow("sqs:SendMessage", arn("sqs", "orders"));

describe("iam-document", () => {
  const cases: [behaviour: string, resource: Parameters<typeof judge>[1], expected: string[]][] = [
    ["passes a document that AWS accepts", rolePolicy(good), []],
    ["passes a trust policy that AWS accepts", roleTrusting(trust({ Service: "lambda.amazonaws.com" })), []],
    ["refuses what does not parse", policy("{"), ["violation policy"]],
    [
      "refuses a trust policy that does not parse",
      { type: "aws:iam/role:Role", props: { assumeRolePolicy: "" } },
      ["violation assumeRolePolicy"],
    ],
    ["refuses an absent trust policy", { type: "aws:iam/role:Role" }, ["violation assumeRolePolicy"]],
    ["refuses a key given twice", policy('{"Statement":[],"Statement":[]}'), ["violation policy"]],
    [
      "refuses a document of a megabyte",
      policy(policyDocument(allow("s3:GetObject", "x".repeat(1_000_000)))),
      ["violation policy"],
    ],
    ["refuses deep nesting", policy("[".repeat(100_000)), ["violation policy"]],
    ["refuses a principal", rolePolicy({ ...good, Principal: "*" }), ["violation policy.Statement[0]"]],
    [
      "refuses a missing resource",
      rolePolicy({ Effect: "Allow", Action: "sqs:SendMessage" }),
      ["violation policy.Statement[0]"],
    ],
    [
      "refuses a resource in a trust policy",
      roleTrusting({ ...trust({ Service: "lambda.amazonaws.com" }), Resource: "*" }),
      ["violation assumeRolePolicy.Statement[0]"],
    ],
    ["refuses a Sid that stands twice", rolePolicy(good, good), ["violation policy.Statement[1]"]],
    [
      "tells what is wrong with many statements once",
      rolePolicy(good, good, { Effect: "Allow", Action: "sqs:SendMessage" }),
      ["violation policy.Statement[1]"],
    ],
    ["refuses a document without statements", rolePolicy(), ["violation policy"]],
    ["refuses an empty list of resources", rolePolicy(allow("sqs:SendMessage", [])), ["violation policy.Statement[0]"]],
    ["refuses a Sid with a dash", rolePolicy({ ...good, Sid: "send-orders" }), ["violation policy.Statement[0]"]],
    [
      "refuses a version that is no text",
      policy({ Version: { toString: {} }, Statement: [good] }),
      ["violation policy.Version"],
    ],
    [
      "refuses a pattern as principal",
      roleTrusting(trust({ AWS: ["arn:aws:iam::123456789012:role/a", "arn:aws:iam::123456789012:role/b-*"] })),
      ["violation assumeRolePolicy.Statement[0].Principal.AWS[1]"],
    ],
    ["passes everyone, whom other controls refuse", roleTrusting(trust("*")), []],
    [
      "passes a principal that is not known",
      roleTrusting({ Effect: "Allow", Action: "sts:AssumeRole", Principal: unknown }),
      [],
    ],
    [
      "cannot decide an unknown effect",
      rolePolicy({ ...good, Effect: unknown }),
      ["undecided policy.Statement[0].Effect"],
    ],
    ["cannot decide an unknown document", policy(unknown), ["undecided policy"]],
    [
      "cannot decide an unknown trust policy",
      { type: "aws:iam/role:Role", props: { assumeRolePolicy: unknown } },
      ["undecided assumeRolePolicy"],
    ],
    ["cannot decide an unknown action", rolePolicy(allow(unknown, "*")), ["undecided policy.Statement[0].Action"]],
    ["cannot decide an unknown statement", policy({ Statement: [unknown] }), ["undecided policy.Statement[0]"]],
    [
      "judges each inline policy",
      {
        type: "aws:iam/role:Role",
        props: { assumeRolePolicy: policyDocument(trust("*")), inlinePolicies: [{ policy: "{" }, { policy: unknown }] },
      },
      ["violation inlinePolicies[0].policy", "undecided inlinePolicies[1].policy"],
    ],
  ];
  for (const [behaviour, resource, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(iamDocument, resource)), expected);
    });
  }

  it("takes what the component declares for an unknown document", async () => {
    const intent = [{ sid: "Send", actions: ["sqs:SendMessage"], resources: [arn("sqs", "orders")] }];
    assert.deepEqual(await judge(iamDocument, policy(unknown), { intent }), []);
  });

  it("cannot decide an unknown declaration either", async () => {
    const findings = await judge(iamDocument, policy(unknown), { intent: [unknown] });
    assert.deepEqual(brief(findings), ["undecided policy.Statement[0]"]);
  });
});
