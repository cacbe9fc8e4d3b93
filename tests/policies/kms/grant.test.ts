import { strict as assert } from "node:assert";
import { kmsGrant } from "../../../policies/kms/grant";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:kms/key:Key";

describe("kms-grant", () => {
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
    ["passes the account itself", text(root), []],
    [
      "passes a role limited to AWS resources",
      text(root, { ...role, Action: "kms:CreateGrant", Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } } }),
      [],
    ],
    [
      "passes a role limited to one service",
      text(root, {
        ...role,
        Action: "kms:CreateGrant",
        Condition: { StringEquals: { "kms:ViaService": "ecr.eu-west-1.amazonaws.com" } },
      }),
      [],
    ],
    [
      "leaves services to kms-service-source",
      text(root, { ...role, Principal: { Service: "fargate.amazonaws.com" }, Action: "kms:CreateGrant" }),
      [],
    ],
    [
      "refuses a role without a limit",
      text(root, { ...role, Action: ["kms:Decrypt", "kms:CreateGrant"] }),
      ["violation policy.Statement[1].Principal.AWS"],
    ],
    [
      "refuses a wildcard that holds it",
      text(root, { ...role, Action: "kms:Create*" }),
      ["violation policy.Statement[1].Principal.AWS"],
    ],
    [
      "refuses the limit turned round",
      text(root, { ...role, Action: "kms:CreateGrant", Condition: { Bool: { "kms:GrantIsForAWSResource": "false" } } }),
      ["violation policy.Statement[1].Principal.AWS"],
    ],
    ["cannot decide an unknown policy", unknown, ["undecided policy"]],
  ];
  for (const [behaviour, policy, expected] of cases) {
    it(behaviour, async () => assert.deepEqual(brief(await judge(kmsGrant, { type, props: { policy } })), expected));
  }

  it("judges a policy resource alike", async () => {
    const [, policy, expected] = cases.find(([, , findings]) =>
      findings[0]?.startsWith("violation"),
    ) as (typeof cases)[number];
    assert.deepEqual(
      brief(await judge(kmsGrant, { type: "aws:kms/keyPolicy:KeyPolicy", props: { policy } })),
      expected,
    );
  });

  it("judges a grant", async () => {
    const grant = (...operations: string[]) => judge(kmsGrant, { type: "aws:kms/grant:Grant", props: { operations } });
    assert.deepEqual(brief(await grant("Decrypt")), []);
    assert.deepEqual(brief(await grant("Decrypt", "CreateGrant")), ["violation operations[1]"]);
  });
});
