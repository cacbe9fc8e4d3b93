import type { Control } from "../shared/control";
import { serviceType } from "./types";

export const ecsExecOff: Control = {
  id: "ecs-exec-off",
  title: "Nobody opens sessions in containers",
  description: "ECS services of protected environments must not allow ECS Exec.",
  severity: "medium",
  levels: { dev: "disabled", prod: "mandatory" },
  references: [],
  remediationSteps: "Remove `enableExecuteCommand`, or set it to false.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
  reads: { [serviceType]: ["enableExecuteCommand"] },
  check({ props }, report, { settings }) {
    const exec = props.at("enableExecuteCommand");
    if (settings.environment.protected && exec.boolean() === true) {
      report.violation({
        at: exec,
        what: "Sessions can be opened in the containers of a protected environment",
        fix: "Set `enableExecuteCommand` to `false`.",
      });
    }
  },
};
