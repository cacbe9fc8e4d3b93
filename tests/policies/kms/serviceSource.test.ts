import { strict as assert } from "node:assert";
import { kmsServiceSource } from "../../../policies/kms/serviceSource";
import { type KeyCase, itJudgesKeyPolicies, keyPolicy, root } from "../../support/keyPolicy";
import { brief, judge } from "../../support/policy";

describe("kms-service-source", () => {
  const using = (service: string, Condition?: object, Action: unknown = ["kms:Decrypt*", "kms:GenerateDataKey*"]) => ({
    Effect: "Allow",
    Principal: { Service: `${service}.amazonaws.com` },
    Action,
    Resource: "*",
    ...(Condition && { Condition }),
  });
  const logs = (Condition?: object) => keyPolicy(root, using("logs.eu-west-1", Condition));
  const context = (arn: string) => ({ ArnLike: { "kms:EncryptionContext:aws:logs:arn": arn } });
  const from = (account: string) => ({ StringEquals: { "aws:SourceAccount": account } });
  const own = "arn:aws:logs:eu-west-1:123456789012:log-group:/shop/*";
  const foreign = "arn:aws:logs:eu-west-1:999999999999:log-group:/shop/*";
  const refused = ["violation policy.Statement[1].Principal.Service"];
  const cases: KeyCase[] = [
    ["passes the context of log groups", logs(context(own)), []],
    ["passes the own account as source", logs(from("123456789012")), []],
    [
      "passes the own account's number as context",
      keyPolicy(
        root,
        using("fargate", { StringEquals: { "kms:EncryptionContext:aws:ecs:clusterAccount": "123456789012" } }),
      ),
      [],
    ],
    ["passes EventBridge, which sends no source to topics", keyPolicy(root, using("events")), []],
    [
      "passes messages through SNS, as AWS documents it for notification rules",
      keyPolicy(
        root,
        using("codestar-notifications", { StringEquals: { "kms:ViaService": "sns.eu-west-1.amazonaws.com" } }),
      ),
      [],
    ],
    [
      "passes a service that only looks at the key",
      keyPolicy(root, using("dynamodb", undefined, ["kms:Describe*", "kms:Get*", "kms:List*"])),
      [],
    ],
    ["refuses a service without a limit", logs(), refused],
    ["refuses the context of any account", logs(context("arn:aws:logs:*:*:*")), refused],
    ["refuses the context of a wrong account", logs(context(foreign)), refused],
    ["refuses a wrong context beside the own source", logs({ ...context(foreign), ...from("123456789012") }), refused],
    ["refuses a wrong account as source", logs(from("999999999999")), refused],
    [
      "refuses the name of a cluster, which other accounts have, too",
      keyPolicy(root, using("fargate", { StringEquals: { "kms:EncryptionContext:aws:ecs:clusterName": "shop" } })),
      refused,
    ],
    [
      "refuses another service's use through S3",
      keyPolicy(root, using("cloudtrail", { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } })),
      refused,
    ],
  ];

  itJudgesKeyPolicies(kmsServiceSource, cases);

  it("takes a context of a trusted account", async () => {
    const described = { type: "aws:kms/key:Key", props: { policy: logs(context(foreign)) } };
    assert.deepEqual(brief(await judge(kmsServiceSource, described)), refused);
    assert.deepEqual(await judge(kmsServiceSource, described, { trustedAccounts: ["999999999999"] }), []);
  });
});
