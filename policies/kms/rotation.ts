import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";

export const kmsRotation: Control = {
  id: "kms-rotation",
  title: "Keys rotate every year",
  description: "Symmetric encryption keys must rotate, at least once a year.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "KMS.4",
    controlTower: "CT.KMS.PR.1",
    checkov: "CKV_AWS_7",
    cdkNag: "KMS5",
    trivy: "AWS-0065",
    cis: "3.6",
  }),
  remediationSteps: "Set `enableKeyRotation` to true, and `rotationPeriodInDays` to 365 or fewer if you set it.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
  reads: {
    "aws:kms/key:Key": [
      "enableKeyRotation",
      "rotationPeriodInDays",
      "customerMasterKeySpec",
      "keyUsage",
      "customKeyStoreId",
    ],
  },
  check({ props }, report) {
    // AWS rotates only symmetric encryption keys whose material it made.
    if ((props.at("keyUsage").string() ?? "ENCRYPT_DECRYPT") !== "ENCRYPT_DECRYPT") return;
    if ((props.at("customerMasterKeySpec").string() ?? "SYMMETRIC_DEFAULT") !== "SYMMETRIC_DEFAULT") return;
    if (!props.at("customKeyStoreId").isAbsent) return;
    const rotation = props.at("enableKeyRotation");
    report.each([rotation], () => {
      if (rotation.boolean() === true) return;
      report.violation({ at: rotation, what: "The key never rotates", fix: "Set `enableKeyRotation` to `true`." });
    });
    const period = props.at("rotationPeriodInDays");
    if ((period.number() ?? 365) > 365) {
      report.violation({
        at: period,
        what: "The key rotates less often than once a year",
        fix: "Set `rotationPeriodInDays` to 365 or fewer.",
      });
    }
  },
};
