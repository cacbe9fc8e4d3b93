import { arn, policyOf, roleArn, stored, table } from "../support";

const type = "aws:sns/topic:Topic";
const topic = stored(type, arn("sns", "alarms"), { name: "alarms" }, { arn: arn("sns", "alarms") });
const publish = {
  Effect: "Allow",
  Action: "sns:Publish",
  Principal: { Service: "cloudwatch.amazonaws.com" },
  Resource: arn("sns", "alarms"),
};

describe("sns/topic", () => {
  table({
    type,
    base: { name: "events", kmsMasterKeyId: "alias/topic", fifoTopic: false, contentBasedDeduplication: false },
    store: [topic],
    accepts: { "a FIFO topic": { name: "events.fifo", fifoTopic: true, contentBasedDeduplication: true } },
    refuses: {
      "a space": [{ name: "my topic" }, "InvalidParameter", "1 to 256"],
      "FIFO without suffix": [{ fifoTopic: true }, "InvalidParameter", "end in .fifo"],
      "the suffix without FIFO": [{ name: "events.fifo" }, "InvalidParameter", "needs fifoTopic"],
      "a name that is taken": [{ name: "alarms" }, "TopicAlreadyExists"],
      "a long display name": [{ displayName: "d".repeat(101) }, "InvalidParameter", "0 to 100"],
      "another tracing": [{ tracingConfig: "On" }, "InvalidParameter", "PassThrough"],
    },
  });
  table({
    type: "aws:sns/topicPolicy:TopicPolicy",
    base: { arn: topic.id, policy: policyOf(publish) },
    store: [topic],
    refuses: {
      "a topic that is not there": [{ arn: arn("sns", "nope") }, "NotFound", "no such topic"],
      "another service's action": [
        { policy: policyOf({ ...publish, Action: "sqs:SendMessage" }) },
        "InvalidParameter",
        "out of service scope",
      ],
      "a role that is not there": [
        { policy: policyOf({ ...publish, Principal: { AWS: roleArn("ghost") } }) },
        "InvalidParameter",
        "does not exist",
      ],
    },
  });
  table({
    type: "aws:sns/topicSubscription:TopicSubscription",
    base: { topic: topic.id, protocol: "email", endpoint: "team@example.com", rawMessageDelivery: false },
    store: [topic],
    accepts: {
      "a queue": { protocol: "sqs", endpoint: arn("sqs", "q"), rawMessageDelivery: true, filterPolicy: '{"a":["b"]}' },
      "a web hook": { protocol: "https", endpoint: "https://example.com/hook" },
    },
    refuses: {
      "another protocol": [{ protocol: "mail" }, "InvalidParameter", "nearest: email"],
      "an address without @": [{ endpoint: "team" }, "InvalidParameter", "an e-mail address"],
      "plain HTTP for https": [{ protocol: "https", endpoint: "http://x" }, "InvalidParameter", "https://"],
      "raw e-mail": [{ rawMessageDelivery: true }, "InvalidParameter", "only sqs"],
      "a filter that is not JSON": [{ filterPolicy: "a" }, "InvalidParameter", "not JSON"],
      "a stream without role": [
        { protocol: "firehose", endpoint: arn("firehose", "deliverystream/s") },
        "InvalidParameter",
        "subscriptionRoleArn is missing",
      ],
      "a topic that is not there": [{ topic: arn("sns", "nope") }, "NotFound"],
    },
  });
});
