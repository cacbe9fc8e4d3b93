import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { containersOf } from "./containers";
import { daemonTaskDefinitionType, taskDefinitionType } from "./types";

export const ecsUnprivileged: Control = {
  id: "ecs-unprivileged",
  title: "Containers are not privileged",
  description: "ECS containers must not run privileged.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ securityHub: "ECS.4", controlTower: "CT.ECS.PR.11", checkov: "CKV_AWS_334" }),
  remediationSteps: "Remove `privileged` from the container definition, or set it to false.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html",
  reads: {
    [taskDefinitionType]: ["containerDefinitions"],
    [daemonTaskDefinitionType]: ["containerDefinitions.privileged"],
  },
  check({ props }, report) {
    report.each(containersOf(props), (container) => {
      const privileged = container.at("privileged");
      if (privileged.boolean() === true) {
        report.violation({
          at: privileged,
          what: "The container has all rights of root on its host",
          fix: "Set `privileged` to `false`.",
        });
      }
    });
  },
};
