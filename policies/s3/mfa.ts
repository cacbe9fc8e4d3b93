import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { bucketVersioningTypes, reads } from "../shared/tokens";

export const s3Mfa: Control = {
  id: "s3-mfa",
  title: "Deleting a version asks for a second factor",
  description: "Versioned S3 buckets should ask for a second factor before a version is deleted.",
  severity: "low",
  levels: { dev: "disabled", prod: "disabled" },
  references: elsewhere({ securityHub: "S3.20", trivy: "AWS-0170", cis: "2.1.2" }),
  remediationSteps:
    "Set `versioningConfiguration.mfaDelete` to Enabled as the account's root user. Off by default: switch it on for a framework that asks for it.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html",
  reads: reads(bucketVersioningTypes, "versioningConfiguration.mfaDelete"),
  check({ props }, report) {
    const mfa = props.at("versioningConfiguration", "mfaDelete");
    if (mfa.string() !== "Enabled") {
      report.violation({
        at: mfa,
        what: "One credential is enough to delete versions for good",
        fix: "Set `versioningConfiguration.mfaDelete` to `Enabled`.",
      });
    }
  },
};
