import { EventRule } from "@pulumi/aws/cloudwatch/eventRule";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget";
import type { Pipeline } from "@pulumi/aws/codepipeline/pipeline";
import { jsonStringify } from "@pulumi/pulumi";
import type { ComponentResource, Input, Output } from "@pulumi/pulumi";
import * as arns from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import type { EventPattern } from "../shared/events";
import { createRole } from "../shared/iam";
import type { IntentStatement } from "../shared/intent";
import { physicalName } from "../shared/names";

export interface StartRuleDefinition {
  readonly where: Output<Surroundings>;
  readonly pipeline: Pipeline;
  readonly event: Output<EventPattern>;
  readonly statements: Output<IntentStatement[]>;
  readonly deadLetterArn: Input<string>;
  readonly tags: Input<Record<string, Input<string>>>;
}

export const startRuleName = (name: string) => physicalName(`${name}-start`, 64);

/** Starts the pipeline on an event: CodePipeline does not watch ECR, and only polls CodeCommit. */
export function createStartRule(name: string, definition: StartRuleDefinition, parent: ComponentResource): EventRule {
  const { where, pipeline, event, statements, deadLetterArn, tags } = definition;
  const ruleName = startRuleName(name);
  const rule = new EventRule(
    `${name}-start`,
    {
      name: ruleName,
      description: "Starts the pipeline when its source changes",
      eventPattern: jsonStringify(event),
      tags,
    },
    { parent },
  );
  const role = createRole(
    `${name}-start-role`,
    {
      description: "Starts the pipeline when its source changes",
      service: "events",
      where,
      sourceArn: where.apply((at) => arns.eventRule(at, ruleName)),
      statements,
      tags,
    },
    { parent },
  );
  new EventTarget(
    `${name}-start-target`,
    {
      rule: rule.name,
      arn: pipeline.arn,
      roleArn: role.arn,
      deadLetterConfig: { arn: deadLetterArn },
      retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 3600 },
    },
    { parent, dependsOn: [role.policy] },
  );
  return rule;
}
