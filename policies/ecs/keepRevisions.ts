import type { Control } from "../shared/control";
import type { Node } from "../shared/node";
import { deploysItself, shiftsTraffic } from "./deployments";
import { usersOf } from "./services";
import { serviceType, taskDefinitionType } from "./types";

export const ecsKeepRevisions: Control = {
  id: "ecs-keep-revisions",
  title: "There is a revision to return to",
  description: "Task definitions of ECS services that can roll back must keep their old revisions.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps: "Set `skipDestroy` to true: old revisions stay registered when a new one replaces them.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deregister-task-definition-v2.html",
  reads: {
    [taskDefinitionType]: ["skipDestroy", "family"],
    [serviceType]: [
      "taskDefinition",
      "deploymentController.type",
      "deploymentConfiguration.strategy",
      "deploymentCircuitBreaker.rollback",
      "alarms.rollback",
    ],
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(taskDefinitionType), (task) => {
      const keep = task.props.at("skipDestroy");
      if (!usersOf(task, stack).some(({ type, props }) => type === serviceType && rollsBack(props))) return;
      if (keep.boolean() === true) return;
      report.violation({
        at: keep,
        what: "The revision that a rollback returns to is deregistered with each update",
        fix: "Set `skipDestroy` to `true`.",
      });
    });
  },
};

function rollsBack(service: Node): boolean {
  if (!deploysItself(service) || shiftsTraffic(service)) return true;
  return [service.at("deploymentCircuitBreaker", "rollback"), service.at("alarms", "rollback")].some(
    (node) => node.isUnknown || node.boolean() === true,
  );
}
