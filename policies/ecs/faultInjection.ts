import type { Control } from "../shared/control";
import { taskDefinitionType } from "./types";

export const ecsFaultInjection: Control = {
  id: "ecs-fault-injection",
  title: "Nobody injects faults",
  description: "ECS task definitions of protected environments must not allow fault injection.",
  severity: "medium",
  levels: { dev: "disabled", prod: "mandatory" },
  references: [],
  remediationSteps: "Remove `enableFaultInjection`, or set it to false.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fault-injection.html",
  reads: { [taskDefinitionType]: ["enableFaultInjection"] },
  check({ props }, report, { settings }) {
    const injection = props.at("enableFaultInjection");
    if (settings.environment.protected && injection.boolean() === true) {
      report.violation({
        at: injection,
        what: "Containers of a protected environment can ask for faults",
        fix: "Set `enableFaultInjection` to `false`.",
      });
    }
  },
};
