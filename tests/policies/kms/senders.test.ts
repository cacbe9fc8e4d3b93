import { strict as assert } from "node:assert";
import { unknown } from "../../support/policy";
import { alarm, allowing, encryptedTopic, eventTarget, judged, key } from "./usedKey";

describe("messages to encrypted topics and queues", () => {
  const queue = {
    type: "aws:sqs/queue:Queue",
    name: "queue",
    props: { arn: "arn:q", kmsMasterKeyId: unknown },
    dependsOn: { kmsMasterKeyId: ["key"] },
  };
  const from = (type: string, props: object, dependsOn = {}) => ({ type, name: "sender", props, dependsOn });
  const cases = [
    [from("aws:sns/topicSubscription:TopicSubscription", { protocol: "sqs", endpoint: "arn:q" }), "sns"],
    [from("aws:sns/topicSubscription:TopicSubscription", { redrivePolicy: '{"deadLetterTargetArn":"arn:q"}' }), "sns"],
    [from("aws:s3/bucketNotification:BucketNotification", { queues: [{ queueArn: "arn:q" }] }), "s3"],
    [
      from("aws:codestarnotifications/notificationRule:NotificationRule", {}, { targets: ["queue"] }),
      "codestar-notifications",
    ],
    [from("aws:cloudwatch/compositeAlarm:CompositeAlarm", { alarmActions: ["arn:q"] }), "cloudwatch"],
    [from("aws:cloudwatch/metricAlarm:MetricAlarm", { insufficientDataActions: ["arn:q"] }), "cloudwatch"],
    [from("aws:cloudwatch/eventTarget:EventTarget", { deadLetterConfig: { arn: "arn:q" } }), "events"],
    [from("aws:budgets/budget:Budget", { notifications: [{ subscriberSnsTopicArns: ["arn:q"] }] }), "budgets"],
    [from("aws:rds/eventSubscription:EventSubscription", { snsTopic: "arn:q" }), "events.rds"],
  ] as const;
  for (const [sender, service] of cases) {
    it(`are sent by ${service} for a ${sender.type}`, async () => {
      assert.deepEqual(await judged(key(), queue, sender), [`violation ${service}.amazonaws.com`]);
      assert.deepEqual(await judged(key(allowing(`${service}.amazonaws.com`)), queue, sender), []);
    });
  }

  it("need nothing without a sender", async () => {
    assert.deepEqual(await judged(key(), encryptedTopic), []);
  });

  it("are sent by all who name the topic", async () => {
    const services = ["cloudwatch.amazonaws.com", "events.amazonaws.com"];
    const found = await judged(key(), encryptedTopic, alarm, eventTarget);
    assert.deepEqual(
      found,
      services.map((service) => `violation ${service}`),
    );
    assert.deepEqual(await judged(key(...services.map((service) => allowing(service))), encryptedTopic, alarm), []);
  });
});
