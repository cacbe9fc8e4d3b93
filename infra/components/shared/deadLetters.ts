import { Queue } from "@pulumi/aws/sqs/queue";
import { QueuePolicy } from "@pulumi/aws/sqs/queuePolicy";
import { all } from "@pulumi/pulumi";
import type { ComponentResource, Input, Output } from "@pulumi/pulumi";
import * as arns from "./arns";
import type { Surroundings } from "./arns";
import { resourceDocument } from "./documents";
import type { ResourceStatement } from "./documents";
import { physicalName } from "./names";

export interface DeadLetterDefinition {
  readonly where: Output<Surroundings>;
  readonly encryptionKeyArn: Input<string>;
  /** Names of the rules that may leave events here. */
  readonly ruleNames: string[];
  /** Names of the topics that may leave messages here. */
  readonly topicNames?: Input<string>[];
  readonly tags: Input<Record<string, Input<string>>>;
}

/** Keeps what could not be delivered for two weeks. */
export function createDeadLetters(name: string, definition: DeadLetterDefinition, parent: ComponentResource): Queue {
  const { where, encryptionKeyArn, ruleNames, topicNames = [], tags } = definition;
  const queueName = physicalName(name, 80);
  const queue = new Queue(
    name,
    { name: queueName, kmsMasterKeyId: encryptionKeyArn, messageRetentionSeconds: 14 * 24 * 3600, tags },
    { parent },
  );
  const policy = all([where, topicNames]).apply(([at, topics]) =>
    resourceDocument(queueStatements(at, queueName, ruleNames, topics)),
  );
  new QueuePolicy(`${name}-policy`, { queueUrl: queue.url, policy }, { parent });
  return queue;
}

/** Who may write: rules and topics by name, over TLS. */
export function queueStatements(
  where: Surroundings,
  queueName: string,
  ruleNames: string[],
  topicNames: string[],
): ResourceStatement[] {
  const queue = arns.arn(where, "sqs", queueName);
  const from = (Sid: string, service: string, sources: string[]): ResourceStatement => ({
    Sid,
    Effect: "Allow",
    Principal: { Service: `${service}.amazonaws.com` },
    Action: "sqs:SendMessage",
    Resource: queue,
    Condition: { StringEquals: { "aws:SourceAccount": where.account }, ArnEquals: { "aws:SourceArn": sources } },
  });
  const rules = ruleNames.map((rule) => arns.eventRule(where, rule));
  const topics = topicNames.map((topic) => arns.topic(where, topic));
  return [
    ...(rules.length > 0 ? [from("ReceiveEvents", "events", rules)] : []),
    ...(topics.length > 0 ? [from("ReceiveNotifications", "sns", topics)] : []),
    {
      Sid: "DenyWithoutTls",
      Effect: "Deny",
      Principal: "*",
      Action: "sqs:*",
      Resource: queue,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
}
