import type { Control } from "../shared/control";
import type { Node } from "../shared/node";
import { elsewhere } from "../shared/elsewhere";
import { containersOf } from "./containers";
import { taskDefinitionType } from "./types";

export const ecsMemory: Control = {
  id: "ecs-memory",
  title: "Tasks are limited",
  description: "ECS task definitions must limit memory and CPU of the task or of each container.",
  severity: "low",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ controlTower: "CT.ECS.PR.7" }),
  remediationSteps: "Set `memory` and `cpu` of the task definition, or of each container.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
  reads: { [taskDefinitionType]: ["memory", "cpu", "containerDefinitions"] },
  check({ props }, report) {
    report.each([props.at("memory"), props.at("cpu")], (limit) => {
      // A container's `memoryReservation` is no limit: it may take more.
      if (isGiven(limit) || containersOf(props).every((container) => isGiven(container.at(limit.path)))) return;
      report.violation({
        at: limit,
        what: `One task can take all ${limit.path} of its host`,
        fix: `Set \`${limit.path}\` of the task definition or of each container.`,
      });
    });
  },
};

/** The provider takes an empty text for nothing, and ECS takes 0 for no limit. */
function isGiven(limit: Node): boolean {
  return !limit.isAbsent && limit.raw !== "" && String(limit.raw) !== "0";
}
