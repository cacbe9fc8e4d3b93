import { all, output } from "@pulumi/pulumi";
import type { ComponentResource, Input, Output } from "@pulumi/pulumi";
import * as arns from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import { executionEnded } from "../shared/events";
import { createNotification, notificationRuleName } from "../shared/notification";

export interface EventRulesDefinition {
  readonly where: Output<Surroundings>;
  readonly clusterName: Input<string>;
  readonly serviceName: Input<string>;
  readonly pipelineName?: Input<string>;
  readonly topicArn: Input<string>;
  readonly deadLetterArn: Input<string>;
  readonly tags: Input<Record<string, Input<string>>>;
}

const deploymentRule = (name: string) => `${name}-deployment-failed`;
const pipelineRule = (name: string) => `${name}-pipeline-failed`;

/** Physical names of the rules, known before the rules exist. */
export function eventRuleNames(name: string, watchesPipeline: boolean): string[] {
  return [deploymentRule(name), ...(watchesPipeline ? [pipelineRule(name)] : [])].map(notificationRuleName);
}
export const deploymentRuleName = (name: string) => notificationRuleName(deploymentRule(name));

/** What ECS says when a deployment fails or is rolled back; both end in this event. */
export function deploymentFailed(serviceArn: string) {
  return {
    source: ["aws.ecs"],
    "detail-type": ["ECS Deployment State Change"],
    resources: [serviceArn],
    detail: { eventName: ["SERVICE_DEPLOYMENT_FAILED"] },
  };
}

/** Tells people what happened, with the reason, beside the alarms that only say that it did. */
export function createEventRules(name: string, definition: EventRulesDefinition, parent: ComponentResource): void {
  const { where, clusterName, serviceName, pipelineName, topicArn, deadLetterArn, tags } = definition;
  const shared = { topicArn, deadLetterArn, tags };
  createNotification(
    deploymentRule(name),
    {
      ...shared,
      description: "Tells about deployments that ECS gave up or rolled back",
      event: all([where, clusterName, serviceName]).apply(([at, cluster, service]) =>
        deploymentFailed(arns.service(at, cluster, service)),
      ),
      message: {
        template: "Deployment <deployment> failed: <reason>",
        paths: { deployment: "$.detail.deploymentId", reason: "$.detail.reason" },
      },
    },
    parent,
  );
  if (pipelineName === undefined) return;
  createNotification(
    pipelineRule(name),
    {
      ...shared,
      description: "Tells about releases that failed",
      event: output(pipelineName).apply((pipeline) => executionEnded(pipeline, ["FAILED"])),
      message: {
        template: "<pipeline>: execution <execution> failed.",
        paths: { pipeline: "$.detail.pipeline", execution: "$.detail.execution-id" },
      },
    },
    parent,
  );
}
