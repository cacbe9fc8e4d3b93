import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { reads } from "../shared/tokens";
import { judgeEncryption } from "./encryption";
import { repositoryType, templateType } from "./types";

export const ecrKmsCmk: Control = {
  id: "ecr-kms-cmk",
  title: "ECR repository encrypted with a customer managed key",
  description: "ECR repositories must be encrypted with a customer managed KMS key.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ securityHub: "ECR.5", checkov: "CKV_AWS_136", trivy: "AWS-0033" }),
  remediationSteps:
    "Set `encryptionConfigurations` to one entry with `encryptionType` KMS and `kmsKey` the ARN of your own key. Encryption is fixed at creation: changing it replaces the repository.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html",
  // Repositories that ECR creates by itself take the encryption of their template.
  reads: reads(
    [repositoryType, templateType],
    "encryptionConfigurations.encryptionType",
    "encryptionConfigurations.kmsKey",
  ),
  check({ props }, report) {
    judgeEncryption(props.at("encryptionConfigurations"), report);
  },
};
