import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { projectType } from "./types";

export const cbLogs: Control = {
  id: "cb-logs",
  title: "Builds write logs to a group of their own",
  description: "CodeBuild projects must write logs to a named CloudWatch log group or to S3.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ securityHub: "CodeBuild.4", controlTower: "CT.CODEBUILD.PR.3", checkov: "CKV_AWS_314" }),
  remediationSteps:
    "Set `logsConfig.cloudwatchLogs` with the `groupName` of a log group that has a key and a retention.",
  url: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_LogsConfig.html",
  reads: {
    [projectType]: [
      "logsConfig.cloudwatchLogs.status",
      "logsConfig.cloudwatchLogs.groupName",
      "logsConfig.s3Logs.status",
    ],
  },
  check({ props }, report) {
    const cloudwatch = props.at("logsConfig", "cloudwatchLogs");
    const [status, group] = [cloudwatch.at("status"), cloudwatch.at("groupName")];
    const isNamed = group.isUnknown || (group.raw ?? "") !== "";
    // S3 logs are off unless they are switched on, CloudWatch logs the other way round.
    if (!status.isUnknown && status.string() !== "DISABLED" && isNamed) return;
    if (props.at("logsConfig", "s3Logs", "status").string() === "ENABLED") return;
    if (status.string() === "DISABLED") {
      report.violation({
        at: status,
        what: "Builds write no logs",
        fix: "Set `logsConfig.cloudwatchLogs.status` to `ENABLED`.",
      });
      return;
    }
    if (isNamed) return;
    report.violation({
      at: group,
      what: "CodeBuild makes up a log group that has no key and keeps logs for ever",
      fix: "Set `logsConfig.cloudwatchLogs.groupName` to a log group of the stack.",
    });
  },
};
