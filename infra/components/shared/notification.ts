import { EventRule } from "@pulumi/aws/cloudwatch/eventRule";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget";
import { jsonStringify } from "@pulumi/pulumi";
import type { ComponentResource, Input } from "@pulumi/pulumi";
import type { EventPattern } from "./events";
import { physicalName } from "./names";

export interface NotificationDefinition {
  readonly description: string;
  readonly event: Input<EventPattern>;
  readonly topicArn: Input<string>;
  readonly deadLetterArn: Input<string>;
  /** What the message says: text with names in angle brackets, and where in the event each name is found. */
  readonly message: { readonly template: string; readonly paths: Record<string, string> };
  readonly tags: Input<Record<string, Input<string>>>;
}

export const notificationRuleName = (name: string) => physicalName(name, 64);

/** Tells a topic about events, and keeps those that it could not tell. */
export function createNotification(
  name: string,
  definition: NotificationDefinition,
  parent: ComponentResource,
): EventRule {
  const { description, event, topicArn, deadLetterArn, message, tags } = definition;
  const rule = new EventRule(
    name,
    { name: notificationRuleName(name), description, eventPattern: jsonStringify(event), tags },
    { parent },
  );
  new EventTarget(
    `${name}-target`,
    {
      rule: rule.name,
      arn: topicArn,
      inputTransformer: { inputPaths: message.paths, inputTemplate: JSON.stringify(message.template) },
      deadLetterConfig: { arn: deadLetterArn },
      retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 3600 },
    },
    { parent },
  );
  return rule;
}
