import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { isCustomerKey } from "../shared/customerKey";
import type { Node } from "../shared/node";
import { clusterType } from "./types";

export const ecsExecLogging: Control = {
  id: "ecs-exec-logging",
  title: "Sessions in containers are logged and encrypted",
  description: "ECS clusters must log and encrypt sessions of ECS Exec.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV_AWS_223 CKV_AWS_224" }),
  remediationSteps:
    "Set `configuration.executeCommandConfiguration` with `kmsKeyId`, `logging` OVERRIDE and an encrypted log group.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
  reads: {
    [clusterType]: [
      "configuration.executeCommandConfiguration.kmsKeyId",
      "configuration.executeCommandConfiguration.logging",
      "configuration.executeCommandConfiguration.logConfiguration.cloudWatchEncryptionEnabled",
      "configuration.executeCommandConfiguration.logConfiguration.cloudWatchLogGroupName",
      "configuration.executeCommandConfiguration.logConfiguration.s3BucketName",
      "configuration.executeCommandConfiguration.logConfiguration.s3BucketEncryptionEnabled",
    ],
  },
  check({ props }, report) {
    const sessions = props.at("configuration", "executeCommandConfiguration");
    report.each([sessions.at("kmsKeyId")], (key) => {
      if (isCustomerKey(key)) return;
      const fix = "Set `kmsKeyId` to the ARN of a customer managed key.";
      report.violation({ at: key, what: "Sessions in containers are not encrypted with an own key", fix });
    });
    const logging = sessions.at("logging");
    if (logging.string() === "NONE") {
      const fix = "Set `logging` to `OVERRIDE`.";
      report.violation({ at: logging, what: "Nobody can tell what was done in a container", fix });
    }
    // Absent means DEFAULT: sessions go to the log of the task, which is judged itself.
    if (logging.string() !== "OVERRIDE") return;
    report.each(switches(sessions.at("logConfiguration")), (encrypted) => {
      if (encrypted.boolean() === true) return;
      const fix = "Set it to `true`.";
      report.violation({ at: encrypted, what: "Logs of sessions may be stored without encryption", fix });
    });
  },
};

/** The switches of the places that logs go to. */
function switches(logs: Node): Node[] {
  const toBucket = !logs.at("s3BucketName").isAbsent;
  const toGroup = !logs.at("cloudWatchLogGroupName").isAbsent || !toBucket;
  return [
    ...(toGroup ? [logs.at("cloudWatchEncryptionEnabled")] : []),
    ...(toBucket ? [logs.at("s3BucketEncryptionEnabled")] : []),
  ];
}
