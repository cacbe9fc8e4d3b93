import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { isCustomerKey } from "../shared/customerKey";

export const cbReportEncrypted: Control = {
  id: "cb-report-encrypted",
  title: "Exported test reports are encrypted",
  description: "CodeBuild report groups must export to S3 with a customer managed KMS key.",
  severity: "medium",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ securityHub: "CodeBuild.7" }),
  remediationSteps: "Set `exportConfig.s3Destination.encryptionKey` to the ARN of your own key.",
  url: "https://docs.aws.amazon.com/codebuild/latest/userguide/report-group-export-settings.html",
  reads: {
    "aws:codebuild/reportGroup:ReportGroup": [
      "exportConfig.type",
      "exportConfig.s3Destination.encryptionDisabled",
      "exportConfig.s3Destination.encryptionKey",
    ],
  },
  check({ props }, report) {
    if (props.at("exportConfig", "type").string() !== "S3") return;
    const destination = props.at("exportConfig", "s3Destination");
    const disabled = destination.at("encryptionDisabled");
    if (disabled.boolean() === true) {
      report.violation({
        at: disabled,
        what: "Test reports are exported without encryption",
        fix: "Set `encryptionDisabled` to `false`.",
      });
      return;
    }
    const key = destination.at("encryptionKey");
    if (!isCustomerKey(key)) {
      report.violation({
        at: key,
        what: "Test reports are encrypted with the AWS managed key for S3",
        fix: "Set `exportConfig.s3Destination.encryptionKey` to the ARN of a customer managed key.",
      });
    }
  },
};
