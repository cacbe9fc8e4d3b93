import type { Control } from "../shared/control";
import { isCustomerKey } from "../shared/customerKey";
import { elsewhere } from "../shared/elsewhere";

export const logsKms: Control = {
  id: "logs-kms",
  title: "Log groups encrypted with a customer managed key",
  description: "CloudWatch log groups must be encrypted with a customer managed KMS key.",
  severity: "medium",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    controlTower: "CT.CLOUDWATCH.PR.3",
    checkov: "CKV_AWS_158",
    cdkNag: "CloudWatchLogGroupEncrypted",
    trivy: "AWS-0017",
  }),
  remediationSteps:
    "Set `kmsKeyId` to the ARN of your own key, whose policy allows the service logs.<region>.amazonaws.com.",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
  reads: { "aws:cloudwatch/logGroup:LogGroup": ["kmsKeyId"] },
  check({ props }, report) {
    const key = props.at("kmsKeyId");
    if (!isCustomerKey(key)) {
      report.violation({
        at: key,
        what: "The logs are encrypted with a key that AWS owns",
        fix: "Set `kmsKeyId` to the ARN of a customer managed key.",
      });
    }
  },
};
