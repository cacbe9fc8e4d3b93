import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { taskDefinitionType } from "./types";

export const ecsNoHostPid: Control = {
  id: "ecs-no-host-pid",
  title: "Tasks do not share processes with their host",
  description: "ECS task definitions must not share the process or IPC namespace of the host.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ securityHub: "ECS.3", controlTower: "CT.ECS.PR.10", checkov: "CKV_AWS_335" }),
  remediationSteps: "Remove `pidMode` and `ipcMode`, or set them to task.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
  reads: { [taskDefinitionType]: ["pidMode", "ipcMode"] },
  check({ props }, report) {
    report.each([props.at("pidMode"), props.at("ipcMode")], (mode) => {
      if (mode.string() !== "host") return;
      report.violation({
        at: mode,
        what: "The task sees what other tasks on its host do",
        fix: `Set \`${mode.path}\` to \`task\`.`,
      });
    });
  },
};
