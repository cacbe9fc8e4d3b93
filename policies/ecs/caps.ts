import type { Control } from "../shared/control";
import { containersOf, isWindows } from "./containers";
import { daemonTaskDefinitionType, taskDefinitionType } from "./types";

export const ecsCaps: Control<{ dropAll: boolean }> = {
  id: "ecs-caps",
  title: "Containers have no extra capabilities",
  description: "ECS containers must add no Linux capabilities and run with an init process.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps: "Remove `linuxParameters.capabilities.add`, set `drop` to ALL and `initProcessEnabled` to true.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html",
  reads: {
    [taskDefinitionType]: ["containerDefinitions", "runtimePlatform.operatingSystemFamily"],
    [daemonTaskDefinitionType]: ["containerDefinitions.linuxParameters"],
  },
  configSchema: {
    properties: {
      dropAll: { type: "boolean", default: false, description: "Whether containers must drop all capabilities." },
    },
  },
  check({ props }, report, { config }) {
    if (isWindows(props)) return;
    report.each(containersOf(props), (container) => {
      const parameters = container.at("linuxParameters");
      const capabilities = parameters.at("capabilities");
      report.each([capabilities.at("add")], (add) => {
        if (add.items().length === 0) return;
        const what = "The container has capabilities beyond Docker's own";
        report.violation({ at: add, what, fix: "Remove `capabilities.add`." });
      });
      report.each(config.dropAll ? [capabilities.at("drop")] : [], (drop) => {
        if (drop.items().some((capability) => capability.string() === "ALL")) return;
        const what = "The container keeps capabilities that it may not need";
        report.violation({ at: drop, what, fix: 'Set `capabilities.drop` to `["ALL"]`.', severity: "low" });
      });
      report.each([parameters.at("initProcessEnabled")], (init) => {
        if (init.boolean() === true) return;
        const what = "Nothing in the container passes on signals and reaps what its processes leave behind";
        report.violation({ at: init, what, fix: "Set `initProcessEnabled` to `true`.", severity: "low" });
      });
    });
  },
};
