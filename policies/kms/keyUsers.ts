import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";

export const aliasType = "aws:kms/alias:Alias";
export const groupType = "aws:cloudwatch/logGroup:LogGroup";
export const topicType = "aws:sns/topic:Topic";
export const queueType = "aws:sqs/queue:Queue";
export const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
export const targetType = "aws:cloudwatch/eventTarget:EventTarget";

/** What makes a service send messages to encrypted topics and queues by itself, and by which inputs. */
export const senders: readonly { type: string; properties: readonly string[]; service: string }[] = [
  { type: alarmType, properties: ["alarmActions", "okActions"], service: "cloudwatch.amazonaws.com" },
  {
    type: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
    properties: ["alarmActions", "okActions"],
    service: "cloudwatch.amazonaws.com",
  },
  { type: targetType, properties: ["arn", "deadLetterConfig"], service: "events.amazonaws.com" },
  { type: "aws:sns/topicSubscription:TopicSubscription", properties: ["endpoint"], service: "sns.amazonaws.com" },
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
];

/** The services that use the key by themselves, each with a resource that makes them. Other uses are made by roles. */
export function servicesOf(stack: StackIndex, key: StackResource): Map<string, StackResource> {
  const services = new Map<string, StackResource>();
  const encrypted = (type: string, property: string) =>
    stack.ofType(type).filter((user) => usesKey(stack, user, property, key));
  for (const group of encrypted(groupType, "kmsKeyId")) services.set("logs.amazonaws.com", group);
  for (const target of [...encrypted(topicType, "kmsMasterKeyId"), ...encrypted(queueType, "kmsMasterKeyId")]) {
    for (const { type, properties, service } of senders) {
      if (stack.ofType(type).some((sender) => sendsTo(sender, properties, target))) services.set(service, target);
    }
  }
  return services;
}

function usesKey(stack: StackIndex, user: StackResource, property: string, key: StackResource): boolean {
  if (stack.refersTo(user, property, key)) return true;
  const aliases = stack.linked([aliasType], "targetKeyId", key);
  return aliases.some((alias) => stack.refersTo(user, property, alias));
}

function sendsTo(sender: StackResource, properties: readonly string[], target: StackResource): boolean {
  const arn = target.props.at("arn").raw;
  return properties.some((property) => {
    if (sender.propertyDependencies[property]?.some(({ urn }) => urn === target.urn)) return true;
    return typeof arn === "string" && JSON.stringify(sender.props.at(property).raw ?? null).includes(arn);
  });
}
