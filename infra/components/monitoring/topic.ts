import { Topic } from "@pulumi/aws/sns/topic";
import { TopicPolicy } from "@pulumi/aws/sns/topicPolicy";
import { TopicSubscription } from "@pulumi/aws/sns/topicSubscription";
import { all, jsonStringify, output } from "@pulumi/pulumi";
import type { ComponentResource, Input, Output } from "@pulumi/pulumi";
import type { Surroundings } from "../shared/arns";
import { resourceDocument } from "../shared/documents";
import { topicStatements } from "./topicPolicy";

export interface TopicDefinition {
  readonly where: Output<Surroundings>;
  readonly topicName: Output<string>;
  readonly serviceName: Input<string>;
  readonly encryptionKeyArn: Input<string>;
  readonly ruleNames: string[];
  readonly notificationEmail?: Input<string>;
  readonly deadLetterArn: Input<string>;
  readonly tags: Input<Record<string, Input<string>>>;
}

/** The topic that people subscribe to, encrypted and closed to everything but the service's own alarms and events. */
export function createTopic(name: string, definition: TopicDefinition, parent: ComponentResource): Topic {
  const { where, topicName, serviceName, notificationEmail, deadLetterArn, tags } = definition;
  const topic = new Topic(
    `${name}-topic`,
    { name: topicName, kmsMasterKeyId: definition.encryptionKeyArn, signatureVersion: 2, tags },
    { parent },
  );
  const statements = all([where, topicName, serviceName, definition.ruleNames]).apply(([at, own, service, rules]) =>
    topicStatements(at, own, service, rules),
  );
  new TopicPolicy(
    `${name}-topic-policy`,
    {
      arn: topic.arn,
      policy: statements.apply((known) => resourceDocument(known as Parameters<typeof resourceDocument>[0])),
    },
    { parent },
  );
  if (notificationEmail !== undefined) {
    new TopicSubscription(
      `${name}-email`,
      {
        topic: topic.arn,
        protocol: "email",
        endpoint: output(notificationEmail),
        redrivePolicy: jsonStringify({ deadLetterTargetArn: deadLetterArn }),
      },
      { parent },
    );
  }
  return topic;
}
