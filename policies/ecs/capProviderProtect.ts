import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";

export const ecsCapProviderProtect: Control = {
  id: "ecs-cap-provider-protect",
  title: "Instances with tasks are not terminated",
  description: "ECS capacity providers should protect instances that run tasks from scaling in.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: elsewhere({ securityHub: "ECS.19" }),
  remediationSteps: "Set `autoScalingGroupProvider.managedTerminationProtection` to ENABLED.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-termination-protection.html",
  reads: {
    "aws:ecs/capacityProvider:CapacityProvider": ["autoScalingGroupProvider.managedTerminationProtection"],
  },
  check({ props }, report) {
    const group = props.at("autoScalingGroupProvider");
    // Without a group ECS manages the instances itself.
    if (group.isAbsent) return;
    const protection = group.at("managedTerminationProtection");
    // Absent means DISABLED.
    if (protection.string() === "ENABLED") return;
    report.violation({
      at: protection,
      what: "Scaling in can take away instances that run tasks",
      fix: "Set `managedTerminationProtection` to `ENABLED`.",
    });
  },
};
