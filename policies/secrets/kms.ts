import type { Control } from "../shared/control";
import { isCustomerKey } from "../shared/customerKey";
import { elsewhere } from "../shared/elsewhere";

export const secretKms: Control = {
  id: "secret-kms",
  title: "Secrets encrypted with a customer managed key",
  description: "Secrets Manager secrets must be encrypted with a customer managed KMS key.",
  severity: "medium",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV_AWS_149", cdkNag: "SecretsManagerUsingKMSKey", trivy: "AWS-0098" }),
  remediationSteps: "Set `kmsKeyId` to the ARN of your own key, also for every entry of `replicas`.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html",
  reads: { "aws:secretsmanager/secret:Secret": ["kmsKeyId", "replicas.kmsKeyId"] },
  check({ props }, report) {
    const replicas = props.at("replicas");
    const keys = [
      props.at("kmsKeyId"),
      ...(replicas.isUnknown ? [replicas] : replicas.items().map((r) => r.at("kmsKeyId"))),
    ];
    report.each(keys, (key) => {
      if (key === replicas) replicas.items();
      if (!isCustomerKey(key)) {
        report.violation({
          at: key,
          what: "The secret is encrypted with the AWS managed key",
          fix: `Set \`${key.path}\` to the ARN of a customer managed key.`,
        });
      }
    });
  },
};
