import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { reads } from "../shared/tokens";
import { serviceType, taskSetType } from "./types";

export const ecsPlatformLatest: Control = {
  id: "ecs-platform-latest",
  title: "Tasks run on the latest platform",
  description: "ECS services on Fargate must run on the latest platform version.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ securityHub: "ECS.10", controlTower: "CT.ECS.PR.1", checkov: "CKV_AWS_332" }),
  remediationSteps: "Remove `platformVersion`, or set it to LATEST.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html",
  reads: reads([serviceType, taskSetType], "platformVersion"),
  check({ props }, report) {
    const version = props.at("platformVersion");
    // Absent means LATEST.
    if (!["LATEST", ""].includes(version.string() ?? "LATEST")) {
      report.violation({
        at: version,
        what: "The platform no longer gets security fixes once a newer version is out",
        fix: "Set `platformVersion` to `LATEST`.",
      });
    }
  },
};
