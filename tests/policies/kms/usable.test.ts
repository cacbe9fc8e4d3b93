import { strict as assert } from "node:assert";
import { kmsUsable } from "../../../policies/kms/usable";
import { judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:kms/key:Key";

describe("kms-usable", () => {
  const allow = (service: string, Action: string[] = ["kms:Decrypt", "kms:GenerateDataKey*"]) => ({
    Effect: "Allow",
    Principal: { Service: service },
    Action,
    Resource: "*",
  });
  const key = (...statements: object[]) => ({
    type,
    name: "key",
    props: { policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }) },
  });
  const group = {
    type: "aws:cloudwatch/logGroup:LogGroup",
    name: "logs",
    props: { kmsKeyId: unknown },
    dependsOn: { kmsKeyId: ["key"] },
  };
  const topic = {
    type: "aws:sns/topic:Topic",
    name: "topic",
    props: { kmsMasterKeyId: unknown },
    dependsOn: { kmsMasterKeyId: ["key"] },
  };
  const alarm = {
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: "alarm",
    dependsOn: { alarmActions: ["topic"] },
  };
  const target = { type: "aws:cloudwatch/eventTarget:EventTarget", name: "target", dependsOn: { arn: ["topic"] } };
  const judged = async (...list: Parameters<typeof stackOf>) =>
    (await judgeStack(kmsUsable, stackOf(...list))).map(({ outcome, detail }) => `${outcome} ${detail ?? ""}`);

  it("passes a log group whose service is let in", async () => {
    assert.deepEqual(await judged(key(allow("logs.eu-west-1.amazonaws.com")), group), []);
  });

  it("refuses a log group whose service is not", async () => {
    assert.deepEqual(await judged(key(allow("sns.amazonaws.com")), group), ["violation logs.amazonaws.com"]);
  });

  it("refuses a service that may not decrypt", async () => {
    const stack = [key(allow("logs.eu-west-1.amazonaws.com", ["kms:DescribeKey"])), group];
    assert.deepEqual(await judged(...stack), ["violation logs.amazonaws.com"]);
  });

  it("follows other services through encrypted topics and queues", async () => {
    const queue = { type: "aws:sqs/queue:Queue", name: "queue", props: { arn: "arn:q", kmsMasterKeyId: unknown } };
    const encrypted = { ...queue, dependsOn: { kmsMasterKeyId: ["key"] } };
    const from = (type: string, props: object, dependsOn = {}) => ({ type, name: "sender", props, dependsOn });
    const cases = [
      [from("aws:sns/topicSubscription:TopicSubscription", { protocol: "sqs", endpoint: "arn:q" }), "sns"],
      [from("aws:s3/bucketNotification:BucketNotification", { queues: [{ queueArn: "arn:q" }] }), "s3"],
      [
        from("aws:codestarnotifications/notificationRule:NotificationRule", {}, { targets: ["queue"] }),
        "codestar-notifications",
      ],
      [from("aws:cloudwatch/compositeAlarm:CompositeAlarm", { alarmActions: ["arn:q"] }), "cloudwatch"],
    ] as const;
    for (const [sender, service] of cases) {
      assert.deepEqual(await judged(key(), encrypted, sender), [`violation ${service}.amazonaws.com`]);
      assert.deepEqual(await judged(key(allow(`${service}.amazonaws.com`)), encrypted, sender), []);
    }
  });

  it("follows alarms and event rules through an encrypted topic", async () => {
    assert.deepEqual(await judged(key(), topic), []);
    assert.deepEqual(await judged(key(), topic, alarm), ["violation cloudwatch.amazonaws.com"]);
    assert.deepEqual(await judged(key(), topic, target), ["violation events.amazonaws.com"]);
    const both = [allow("cloudwatch.amazonaws.com"), allow("events.amazonaws.com")];
    assert.deepEqual(await judged(key(...both), topic, alarm, target), []);
  });

  it("follows an alias of the key", async () => {
    const alias = {
      type: "aws:kms/alias:Alias",
      name: "alias",
      props: { targetKeyId: unknown },
      dependsOn: { targetKeyId: ["key"] },
    };
    const byAlias = { ...group, dependsOn: { kmsKeyId: ["alias"] } };
    assert.deepEqual(await judged(key(), alias, byAlias), ["violation logs.amazonaws.com"]);
  });

  it("reads the policy from a policy resource", async () => {
    const { props } = key(allow("logs.eu-west-1.amazonaws.com"));
    const policy = {
      type: "aws:kms/keyPolicy:KeyPolicy",
      name: "policy",
      props: { ...props, keyId: unknown },
      dependsOn: { keyId: ["key"] },
    };
    assert.deepEqual(await judged({ type, name: "key", props: {} }, policy, group), []);
  });

  it("cannot decide an unknown policy", async () => {
    assert.deepEqual(await judged({ type, name: "key", props: { policy: unknown } }, group), ["undecided "]);
  });
});
