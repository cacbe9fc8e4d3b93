import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { taskDefinitionType } from "./types";

export const ecsEfsTls: Control = {
  id: "ecs-efs-tls",
  title: "File systems are mounted with TLS and IAM",
  description: "ECS tasks must mount EFS file systems with encryption in transit and IAM authorization.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ securityHub: "ECS.18", checkov: "CKV_AWS_97", trivy: "AWS-0035" }),
  remediationSteps: "Set `transitEncryption` and `authorizationConfig.iam` of the volume to ENABLED.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html",
  reads: {
    [taskDefinitionType]: [
      "volumes.efsVolumeConfiguration.transitEncryption",
      "volumes.efsVolumeConfiguration.authorizationConfig.iam",
    ],
  },
  check({ props }, report) {
    const volumes = props
      .at("volumes")
      .items()
      .map((volume) => volume.at("efsVolumeConfiguration"));
    // Absent, both are off.
    report.each(volumes, (volume) => {
      if (volume.isAbsent) return;
      const encryption = volume.at("transitEncryption");
      if (encryption.string() !== "ENABLED") {
        const what = "Files travel to the task without encryption";
        report.violation({ at: encryption, what, fix: "Set `transitEncryption` to `ENABLED`." });
      }
      const authorization = volume.at("authorizationConfig", "iam");
      if (authorization.string() !== "ENABLED") {
        const what = "Whoever reaches the file system may mount it";
        report.violation({ at: authorization, what, fix: "Set `authorizationConfig.iam` to `ENABLED`." });
      }
    });
  },
};
