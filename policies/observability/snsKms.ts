import type { Control } from "../shared/control";
import { isCustomerKey } from "../shared/customerKey";
import { elsewhere } from "../shared/elsewhere";

export const snsKms: Control = {
  id: "sns-kms",
  title: "Topics encrypted with a customer managed key",
  description: "SNS topics must be encrypted with a customer managed KMS key.",
  severity: "medium",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "SNS.1",
    checkov: "CKV_AWS_26",
    cdkNag: "SNSEncryptedKMS",
    trivy: "AWS-0095 AWS-0136",
  }),
  remediationSteps:
    "Set `kmsMasterKeyId` to your own key. Alarms and EventBridge cannot publish to a topic that uses alias/aws/sns, since its policy cannot be changed.",
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html",
  reads: { "aws:sns/topic:Topic": ["kmsMasterKeyId"] },
  check({ props }, report) {
    const key = props.at("kmsMasterKeyId");
    if (!isCustomerKey(key)) {
      const isOff = (key.string() ?? "").trim() === "";
      report.violation({
        at: key,
        what: isOff
          ? "The topic is not encrypted"
          : "The topic uses the AWS managed key, so alarms cannot publish to it",
        fix: "Set `kmsMasterKeyId` to the ARN of a customer managed key.",
      });
    }
  },
};
