import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { isCustomerKey } from "../shared/customerKey";
import { projectType } from "./types";

export const cbKms: Control = {
  id: "cb-kms",
  title: "Build output encrypted with a customer managed key",
  description: "CodeBuild projects must encrypt their output with a customer managed KMS key.",
  severity: "medium",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV_AWS_147", cdkNag: "CB4" }),
  remediationSteps: "Set `encryptionKey` to the ARN of your own key.",
  url: "https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html",
  reads: { [projectType]: ["encryptionKey"] },
  check({ props }, report) {
    const key = props.at("encryptionKey");
    // Absent means the AWS managed key for S3.
    if (!isCustomerKey(key)) {
      report.violation({
        at: key,
        what: "Build output is encrypted with the AWS managed key for S3",
        fix: "Set `encryptionKey` to the ARN of a customer managed key.",
      });
    }
  },
};
