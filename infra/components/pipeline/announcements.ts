import type { Pipeline } from "@pulumi/aws/codepipeline/pipeline";
import type { ComponentResource, Input, Output } from "@pulumi/pulumi";
import type { Surroundings } from "../shared/arns";
import { createDeadLetters } from "../shared/deadLetters";
import { executionEnded } from "../shared/events";
import type { EventPattern } from "../shared/events";
import type { IntentStatement } from "../shared/intent";
import { createNotification, notificationRuleName } from "../shared/notification";
import { createStartRule, startRuleName } from "./startRule";

export interface AnnouncementsDefinition {
  readonly where: Output<Surroundings>;
  readonly pipeline: Pipeline;
  readonly pipelineName: string;
  readonly encryptionKeyArn: Input<string>;
  /** Event that starts the pipeline. */
  readonly startEvent?: Output<EventPattern>;
  readonly startStatements: Output<IntentStatement[]>;
  /** Topic that hears how executions end. */
  readonly topicArn?: Input<string>;
  readonly tags: Input<Record<string, Input<string>>>;
}

const message = {
  template: "<pipeline>: execution <execution> is <state>.",
  paths: { pipeline: "$.detail.pipeline", execution: "$.detail.execution-id", state: "$.detail.state" },
};

/** The events that a pipeline listens to and those it causes; with neither there is no queue for lost ones. */
export function createAnnouncements(
  name: string,
  definition: AnnouncementsDefinition,
  parent: ComponentResource,
): void {
  const { where, pipeline, encryptionKeyArn, startEvent, topicArn, tags } = definition;
  const endRule = `${name}-ended`;
  const ruleNames = [
    ...(startEvent ? [startRuleName(name)] : []),
    ...(topicArn === undefined ? [] : [notificationRuleName(endRule)]),
  ];
  if (ruleNames.length === 0) return;
  const deadLetters = createDeadLetters(`${name}-dead-letters`, { where, encryptionKeyArn, ruleNames, tags }, parent);
  if (startEvent) {
    createStartRule(
      name,
      {
        where,
        pipeline,
        event: startEvent,
        statements: definition.startStatements,
        deadLetterArn: deadLetters.arn,
        tags,
      },
      parent,
    );
  }
  if (topicArn !== undefined) {
    createNotification(
      endRule,
      {
        description: "Tells how executions of the pipeline end",
        event: executionEnded(definition.pipelineName, ["SUCCEEDED", "FAILED", "STOPPED"]),
        topicArn,
        deadLetterArn: deadLetters.arn,
        message,
        tags,
      },
      parent,
    );
  }
}
