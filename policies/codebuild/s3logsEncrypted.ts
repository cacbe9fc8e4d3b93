import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { projectType } from "./types";

export const cbS3logsEncrypted: Control = {
  id: "cb-s3logs-encrypted",
  title: "Build logs in S3 are encrypted",
  description: "CodeBuild projects must not switch off the encryption of logs in S3.",
  severity: "medium",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ securityHub: "CodeBuild.3", controlTower: "CT.CODEBUILD.PR.6", checkov: "CKV_AWS_311" }),
  remediationSteps: "Remove `encryptionDisabled` from `logsConfig.s3Logs`, or set it to false.",
  url: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_S3LogsConfig.html",
  reads: { [projectType]: ["logsConfig.s3Logs.status", "logsConfig.s3Logs.encryptionDisabled"] },
  check({ props }, report) {
    const logs = props.at("logsConfig", "s3Logs");
    const disabled = logs.at("encryptionDisabled");
    const status = logs.at("status");
    // Absent means DISABLED: nothing is written.
    if (!status.isUnknown && (status.string() ?? "DISABLED") === "DISABLED") return;
    if (disabled.boolean() !== true || status.string() === "DISABLED") return;
    report.violation({
      at: disabled,
      what: "Build logs are stored in S3 without encryption",
      fix: "Set `logsConfig.s3Logs.encryptionDisabled` to `false`.",
    });
  },
};
