import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import type { KeyNames } from "./keyNames";
import { type KeyUse, sending } from "./keyUse";

export const topicType = "aws:sns/topic:Topic";
export const queueType = "aws:sqs/queue:Queue";
const eventBridge = "events.amazonaws.com";

interface Sender {
  readonly type: string;
  /** The inputs that name topics and queues. */
  readonly properties: readonly string[];
  readonly service: string;
}

/**
 * What makes a service send messages to encrypted topics and queues in its own name.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
export const senders: readonly Sender[] = [
  {
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    properties: ["alarmActions", "okActions", "insufficientDataActions"],
    service: "cloudwatch.amazonaws.com",
  },
  {
    type: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
    properties: ["alarmActions", "okActions", "insufficientDataActions"],
    service: "cloudwatch.amazonaws.com",
  },
  { type: "aws:cloudwatch/eventTarget:EventTarget", properties: ["arn", "deadLetterConfig"], service: eventBridge },
  {
    type: "aws:sns/topicSubscription:TopicSubscription",
    properties: ["endpoint", "redrivePolicy"],
    service: "sns.amazonaws.com",
  },
  {
    type: "aws:s3/bucketNotification:BucketNotification",
    properties: ["topics", "queues"],
    service: "s3.amazonaws.com",
  },
  {
    type: "aws:codestarnotifications/notificationRule:NotificationRule",
    properties: ["targets"],
    service: "codestar-notifications.amazonaws.com",
  },
  { type: "aws:budgets/budget:Budget", properties: ["notifications"], service: "budgets.amazonaws.com" },
  {
    type: "aws:rds/eventSubscription:EventSubscription",
    properties: ["snsTopic"],
    service: "events.rds.amazonaws.com",
  },
];

export function messagesWith(stack: StackIndex, key: KeyNames): KeyUse[] {
  const targets = stack
    .ofType(topicType, queueType)
    .filter((target) => key.areIn(target, "kmsMasterKeyId", target.props.at("kmsMasterKeyId")));
  return targets.flatMap((user) =>
    senders
      .filter(({ type, properties }) => stack.ofType(type).some((sender) => sendsTo(sender, properties, user)))
      .map(({ service }) => ({
        service,
        user,
        actions: sending,
        sendsNoSource: service === eventBridge && user.type === topicType,
      })),
  );
}

function sendsTo(sender: StackResource, properties: readonly string[], target: StackResource): boolean {
  const arn = target.props.at("arn").raw;
  return properties.some((property) => {
    if (sender.propertyDependencies[property]?.some(({ urn }) => urn === target.urn)) return true;
    return typeof arn === "string" && JSON.stringify(sender.props.at(property).raw ?? null).includes(arn);
  });
}
