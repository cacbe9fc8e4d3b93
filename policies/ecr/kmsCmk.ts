import type { Control } from "../shared/control";

export const ecrKmsCmk: Control = {
  id: "ecr-kms-cmk",
  title: "ECR repository encrypted with a customer managed key",
  description: "ECR repositories must be encrypted with a customer managed KMS key.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: ["Security Hub ECR.5", "checkov CKV_AWS_136", "trivy AWS-0033"],
  remediationSteps:
    "Set `encryptionConfigurations` to one entry with `encryptionType` KMS and `kmsKey` the ARN of your own key. Encryption is fixed at creation: changing it replaces the repository.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html",
  reads: {
    "aws:ecr/repository:Repository": ["encryptionConfigurations.encryptionType", "encryptionConfigurations.kmsKey"],
  },
  check({ props }, report) {
    const fix = 'Set `encryptionConfigurations` to `[{ encryptionType: "KMS", kmsKey: <key ARN> }]`.';
    const configurations = props.at("encryptionConfigurations");
    // Absent means AES256 with a key that S3 manages.
    if (configurations.items().length === 0) {
      report.violation({ at: configurations, what: "The repository is encrypted with a key that AWS owns", fix });
    }
    report.each(configurations.items(), (configuration) => {
      const type = configuration.at("encryptionType");
      if (type.string() !== "KMS" && type.string() !== "KMS_DSSE") {
        report.violation({ at: type, what: "The repository is encrypted with a key that AWS owns", fix });
        return;
      }
      const key = configuration.at("kmsKey");
      // A key that is unknown in preview is made in this stack: the alias of the AWS managed key is never unknown.
      if (key.isUnknown) return;
      if (key.isAbsent || /(^|:)alias\/aws\/ecr$/.test(key.string() ?? "")) {
        report.violation({ at: key, what: "The repository is encrypted with the AWS managed key", fix });
      }
    });
  },
};
