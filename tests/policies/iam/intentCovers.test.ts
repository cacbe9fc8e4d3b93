import { strict as assert } from "node:assert";
import { iamIntentCovers } from "../../../policies/iam/intentCovers";
import { judge, unknown } from "../../support/policy";
import { allow, arn, deny, rolePolicy } from "./documents";

const key = arn("kms", "key/11111111-2222-3333-4444-555555555555");
const when = { StringEquals: { "kms:ViaService": ["s3.eu-west-1.amazonaws.com"] } };
const intent = [
  { sid: "Send", actions: ["sqs:SendMessage"], resources: [arn("sqs", "orders")] },
  { sid: "Key", actions: ["kms:Decrypt", "kms:Encrypt"], resources: [arn("kms", "key/<generated>")] },
  { sid: "Objects", actions: ["s3:Get*"], resources: ["arn:aws:s3:::shop/*"] },
  { sid: "Via", actions: ["kms:GenerateDataKey"], resources: ["*"], conditions: when },
];

describe("iam-intent-covers", () => {
  const cases: [behaviour: string, statement: object, details: string[]][] = [
    ["passes what is declared", allow("sqs:SendMessage", arn("sqs", "orders")), []],
    ["passes it in other case", allow("SQS:sendmessage", arn("sqs", "orders")), []],
    ["passes a real id where one is generated", allow("kms:Decrypt", key), []],
    ["passes less than declared", allow("s3:GetObject", "arn:aws:s3:::shop/a/*"), []],
    ["passes the declared condition", allow("kms:GenerateDataKey", "*", when), []],
    ["passes Deny statements", deny("iam:*", "*"), []],
    [
      "refuses another action",
      allow("sqs:DeleteMessage", arn("sqs", "orders")),
      [`sqs:DeleteMessage|${arn("sqs", "orders")}`],
    ],
    [
      "refuses another resource",
      allow("sqs:SendMessage", arn("sqs", "other")),
      [`sqs:SendMessage|${arn("sqs", "other")}`],
    ],
    ["refuses a wider action", allow("sqs:*", arn("sqs", "orders")), [`sqs:*|${arn("sqs", "orders")}`]],
    [
      "refuses a wildcard for a generated id",
      allow("kms:Decrypt", arn("kms", "key/*")),
      [`kms:Decrypt|${arn("kms", "key/*")}`],
    ],
    [
      "refuses a path for a generated id",
      allow("kms:Decrypt", arn("kms", "key/a/b")),
      [`kms:Decrypt|${arn("kms", "key/a/b")}`],
    ],
    ["refuses a missing condition", allow("kms:GenerateDataKey", "*"), ["kms:GenerateDataKey|*"]],
    [
      "refuses another value",
      allow("kms:GenerateDataKey", "*", { StringEquals: { "kms:ViaService": "ec2.eu-west-1.amazonaws.com" } }),
      ["kms:GenerateDataKey|*"],
    ],
    [
      "refuses NotAction",
      { Effect: "Allow", NotAction: "iam:*", Resource: arn("sqs", "orders") },
      [`iam:*|${arn("sqs", "orders")}`],
    ],
  ];
  for (const [behaviour, statement, details] of cases) {
    it(behaviour, async () => {
      const findings = await judge(iamIntentCovers, rolePolicy(statement), { intent, preview: false });
      assert.deepEqual(
        findings.map(({ detail }) => detail),
        details,
      );
    });
  }

  it("has nothing to compare while the document is unknown", async () => {
    const resource = { type: "aws:iam/rolePolicy:RolePolicy", props: { policy: unknown } };
    assert.deepEqual(await judge(iamIntentCovers, resource, { intent }), []);
  });

  it("has nothing to compare when no component declares anything", async () => {
    assert.deepEqual(await judge(iamIntentCovers, rolePolicy(allow("*", "*"))), []);
  });
});
