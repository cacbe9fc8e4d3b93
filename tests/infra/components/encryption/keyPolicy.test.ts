import { strict as assert } from "node:assert";
import { KeyUser, keyPolicy } from "../../../../infra/components/encryption/keyPolicy";

const where = { partition: "aws", region: "eu-west-1", account: "123456789012" };
const actionsOf = (action: string | string[]) => [action].flat();

describe("keyPolicy", () => {
  it("leaves a key without users to the account alone", () => {
    assert.deepEqual(keyPolicy(where, []), [
      {
        Sid: "AccountAdministersThroughIam",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::123456789012:root" },
        Action: "kms:*",
        Resource: "*",
      },
    ]);
  });

  const services: [string, string, string][] = [
    [KeyUser.Logs, "logs.eu-west-1.amazonaws.com", "arn:aws:logs:eu-west-1:123456789012:log-group:*"],
    [KeyUser.Alarms, "cloudwatch.amazonaws.com", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*"],
    [KeyUser.Topics, "sns.amazonaws.com", "arn:aws:sns:eu-west-1:123456789012:*"],
    [
      KeyUser.Notifications,
      "codestar-notifications.amazonaws.com",
      "arn:aws:codestar-notifications:eu-west-1:123456789012:notificationrule/*",
    ],
  ];
  for (const [user, service, source] of services) {
    it(`admits ${service} for sources of this account only`, () => {
      const [, statement] = keyPolicy(where, [user]);
      assert.deepEqual(statement?.Principal, { Service: service });
      assert.deepEqual(Object.values(statement?.Condition?.ArnLike ?? {}), [source]);
    });
  }

  it("admits EventBridge without a condition, which would shut it out", () => {
    const [, statement] = keyPolicy(where, [KeyUser.Events]);
    assert.deepEqual(statement?.Principal, { Service: "events.amazonaws.com" });
    assert.equal(statement?.Condition, undefined);
  });

  it("gives services no right to administer or to grant", () => {
    const [, ...statements] = keyPolicy(
      where,
      Object.values(KeyUser).filter((user) => user !== KeyUser.TaskStorage),
    );
    const actions = statements.flatMap(({ Action }) => actionsOf(Action));
    assert.deepEqual([...new Set(actions)].sort(), [
      "kms:Decrypt",
      "kms:DescribeKey",
      "kms:Encrypt",
      "kms:GenerateDataKey*",
      "kms:ReEncrypt*",
    ]);
  });

  it("lets Fargate grant nothing but decryption, and only for clusters of this account", () => {
    const statements = keyPolicy(where, [KeyUser.TaskStorage]);
    const grant = statements.find(({ Action }) => Action === "kms:CreateGrant");
    assert.deepEqual(grant?.Condition, {
      StringEquals: { "kms:EncryptionContext:aws:ecs:clusterAccount": "123456789012" },
      "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt"] },
    });
  });

  it("gives every statement a name of its own", () => {
    const sids = keyPolicy(where, Object.values(KeyUser)).map(({ Sid }) => Sid);
    assert.equal(new Set(sids).size, sids.length);
    assert.ok(sids.every((sid) => /^[A-Za-z0-9]+$/.test(sid)));
  });
});
