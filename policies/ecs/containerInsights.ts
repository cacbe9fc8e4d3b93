import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { clusterType } from "./types";

export const ecsContainerInsights: Control = {
  id: "ecs-container-insights",
  title: "Clusters report on their tasks",
  description: "ECS clusters must have Container Insights switched on.",
  severity: "low",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "ECS.12",
    controlTower: "CT.ECS.PR.2",
    checkov: "CKV_AWS_65",
    cdkNag: "ECS4",
    trivy: "AWS-0034",
  }),
  remediationSteps: "Set `settings` to a list with name containerInsights and value enhanced.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html",
  reads: { [clusterType]: ["settings.name", "settings.value"] },
  check({ props }, report) {
    const settings = props.at("settings");
    const setting = settings.items().find((item) => item.at("name").string() === "containerInsights");
    // Absent means the account's default, which is off unless somebody changed it.
    const value = setting?.at("value") ?? settings;
    if (setting && ["enabled", "enhanced"].includes(value.string() ?? "")) return;
    report.violation({
      at: value,
      what: "Nobody sees what the tasks of the cluster use",
      fix: 'Set `settings` to `[{ name: "containerInsights", value: "enhanced" }]`.',
    });
  },
};
