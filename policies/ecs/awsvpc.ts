import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { taskDefinitionType } from "./types";

export const ecsAwsvpc: Control = {
  id: "ecs-awsvpc",
  title: "Tasks have a network interface of their own",
  description: "ECS task definitions must use the network mode awsvpc.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "ECS.17",
    controlTower: "CT.ECS.PR.4 CT.ECS.PR.8",
    cdkNag: "ECSTaskDefinitionUserForHostMode",
  }),
  remediationSteps: "Set `networkMode` to awsvpc.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html",
  reads: { [taskDefinitionType]: ["networkMode", "requiresCompatibilities"] },
  check({ props }, report) {
    const mode = props.at("networkMode");
    // Absent means bridge.
    if (mode.string() === "awsvpc") return;
    // Machines outside of AWS know no awsvpc; there only the host's own network is out of the question.
    const compatibilities = props.at("requiresCompatibilities").items();
    const external = compatibilities.length > 0 && compatibilities.every((item) => item.string() === "EXTERNAL");
    if (external && mode.string() !== "host") return;
    report.violation({
      at: mode,
      what: "The task has no network interface and security group of its own",
      fix: "Set `networkMode` to `awsvpc`.",
    });
  },
};
