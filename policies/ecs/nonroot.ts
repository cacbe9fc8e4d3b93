import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { containersOf, isLogRouter, isWindows } from "./containers";
import { daemonTaskDefinitionType, taskDefinitionType } from "./types";

export const ecsNonroot: Control = {
  id: "ecs-nonroot",
  title: "Containers do not run as root",
  description: "ECS containers must run as a user other than root or the administrator.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ securityHub: "ECS.20 ECS.21", controlTower: "CT.ECS.PR.3" }),
  remediationSteps: "Set `user` of the container to a numeric id other than 0, or on Windows to ContainerUser.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html",
  reads: {
    [taskDefinitionType]: ["containerDefinitions", "runtimePlatform.operatingSystemFamily"],
    [daemonTaskDefinitionType]: ["containerDefinitions.user"],
  },
  check({ props }, report) {
    report.each(containersOf(props), (container) => {
      const user = container.at("user");
      const name = userOf(user.value());
      const administrator = isWindows(props) ? /^(.*\\)?(container)?administrator$/i : /^(root|[+-]?0+)$/;
      if ((name !== "" && !administrator.test(name)) || isLogRouter(container)) return;
      report.violation({
        at: user,
        what: name === "" ? "Without a user the image decides, and most run as root" : "The container runs as root",
        fix: 'Set `user` to an id other than 0, for instance "1000:1000".',
      });
    });
  },
};

/** The user without its group. JSON lets one write 1000 without quotes. */
function userOf(user: unknown): string {
  if (typeof user !== "string" && typeof user !== "number") return "";
  return String(user).split(":")[0]?.trim() ?? "";
}
