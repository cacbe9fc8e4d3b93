import type { Control } from "../shared/control";
import { containersOf } from "./containers";
import { taskDefinitionType } from "./types";

export const ecsMemory: Control = {
  id: "ecs-memory",
  title: "Tasks are limited",
  description: "ECS task definitions must limit memory and CPU of the task or of each container.",
  severity: "low",
  levels: { dev: "advisory", prod: "mandatory" },
  references: ["Control Tower CT.ECS.PR.7"],
  remediationSteps: "Set `memory` and `cpu` of the task definition, or of each container.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
  reads: { [taskDefinitionType]: ["memory", "cpu", "containerDefinitions"] },
  check({ props }, report) {
    report.each([props.at("memory"), props.at("cpu")], (limit) => {
      // A container's `memoryReservation` is no limit: it may take more.
      if (!limit.isAbsent || containersOf(props).every((container) => !container.at(limit.path).isAbsent)) return;
      report.violation({
        at: limit,
        what: `One task can take all ${limit.path} of its host`,
        fix: `Set \`${limit.path}\` of the task definition or of each container.`,
      });
    });
  },
};
