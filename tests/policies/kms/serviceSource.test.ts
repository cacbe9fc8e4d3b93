import { strict as assert } from "node:assert";
import { kmsServiceSource } from "../../../policies/kms/serviceSource";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:kms/key:Key";

describe("kms-service-source", () => {
  const root = {
    Sid: "Root",
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::123456789012:root" },
    Action: "kms:*",
    Resource: "*",
  };
  const text = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const cases: [behaviour: string, policy: string, expected: string[]][] = [
    [
      "passes the context of log groups",
      text(root, {
        Effect: "Allow",
        Principal: { Service: "logs.eu-west-1.amazonaws.com" },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: {
          ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:123456789012:log-group:/shop/*" },
        },
      }),
      [],
    ],
    [
      "passes the own account as source",
      text(root, {
        Effect: "Allow",
        Principal: { Service: "logs.eu-west-1.amazonaws.com" },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      }),
      [],
    ],
    [
      "passes EventBridge, which sends no source to topics",
      text(root, { ...root, Principal: { Service: "events.amazonaws.com" }, Action: "kms:Decrypt" }),
      [],
    ],
    [
      "refuses a service without a limit",
      text(root, {
        Effect: "Allow",
        Principal: { Service: "logs.eu-west-1.amazonaws.com" },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"],
        Resource: "*",
      }),
      ["violation policy.Statement[1].Principal.Service"],
    ],
    [
      "refuses the context of any account",
      text(root, {
        Effect: "Allow",
        Principal: { Service: "logs.eu-west-1.amazonaws.com" },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:*:*:*" } },
      }),
      ["violation policy.Statement[1].Principal.Service"],
    ],
    [
      "refuses the context of a wrong account",
      text(root, {
        Effect: "Allow",
        Principal: { Service: "logs.eu-west-1.amazonaws.com" },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: {
          ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:999999999999:log-group:/shop/*" },
        },
      }),
      ["violation policy.Statement[1].Principal.Service"],
    ],
    [
      "refuses a wrong account as source",
      text(root, {
        Effect: "Allow",
        Principal: { Service: "logs.eu-west-1.amazonaws.com" },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": "999999999999" } },
      }),
      ["violation policy.Statement[1].Principal.Service"],
    ],
    ["cannot decide an unknown policy", unknown, ["undecided policy"]],
  ];
  for (const [behaviour, policy, expected] of cases) {
    it(behaviour, async () =>
      assert.deepEqual(brief(await judge(kmsServiceSource, { type, props: { policy } })), expected),
    );
  }

  it("judges a policy resource alike", async () => {
    const [, policy, expected] = cases.find(([, , findings]) =>
      findings[0]?.startsWith("violation"),
    ) as (typeof cases)[number];
    assert.deepEqual(
      brief(await judge(kmsServiceSource, { type: "aws:kms/keyPolicy:KeyPolicy", props: { policy } })),
      expected,
    );
  });
});
