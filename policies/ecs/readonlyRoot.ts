import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { containersOf, isWindows } from "./containers";
import { daemonTaskDefinitionType, taskDefinitionType } from "./types";

export const ecsReadonlyRoot: Control = {
  id: "ecs-readonly-root",
  title: "Containers cannot change their own files",
  description: "ECS containers must have a read-only root file system.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ securityHub: "ECS.5", controlTower: "CT.ECS.PR.6", checkov: "CKV_AWS_336" }),
  remediationSteps: "Set `readonlyRootFilesystem` to true, and mount volumes where the process must write.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html",
  reads: {
    [taskDefinitionType]: ["containerDefinitions", "runtimePlatform.operatingSystemFamily"],
    [daemonTaskDefinitionType]: ["containerDefinitions.readonlyRootFilesystem"],
  },
  check({ props }, report) {
    report.each(containersOf(props), (container) => {
      const readonly = container.at("readonlyRootFilesystem");
      if (isWindows(props) || readonly.boolean() === true) return;
      report.violation({
        at: readonly,
        what: "Whoever breaks into the container can change its programs",
        fix: "Set `readonlyRootFilesystem` to `true`.",
      });
    });
  },
};
