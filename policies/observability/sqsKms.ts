import type { Control } from "../shared/control";
import { isCustomerKey } from "../shared/customerKey";
import { elsewhere } from "../shared/elsewhere";

export const sqsKms: Control = {
  id: "sqs-kms",
  title: "Queues encrypted with a customer managed key",
  description: "SQS queues should be encrypted with a customer managed KMS key.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "SQS.1",
    controlTower: "CT.SQS.PR.2",
    checkov: "CKV_AWS_27 CKV2_AWS_73",
    cdkNag: "SQS2",
    trivy: "AWS-0096 AWS-0135",
  }),
  remediationSteps:
    "Set `kmsMasterKeyId` to your own key. SNS and EventBridge cannot send to a queue that uses alias/aws/sqs, since its policy cannot be changed.",
  url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
  reads: { "aws:sqs/queue:Queue": ["kmsMasterKeyId"] },
  check({ props }, report) {
    const key = props.at("kmsMasterKeyId");
    if (!isCustomerKey(key)) {
      const isOff = (key.string() ?? "").trim() === "";
      report.violation({
        at: key,
        what: isOff ? "The queue is encrypted with a key that AWS owns" : "The queue uses the AWS managed key",
        fix: "Set `kmsMasterKeyId` to the ARN of a customer managed key.",
      });
    }
  },
};
