import type { Control } from "../shared/control";

export const kmsBypass: Control = {
  id: "kms-bypass",
  title: "Nobody can be locked out of a key",
  description: "KMS keys must keep the check that somebody can still change their policy.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps: "Remove `bypassPolicyLockoutSafetyCheck`, or set it to false.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
  reads: {
    "aws:kms/key:Key": ["bypassPolicyLockoutSafetyCheck"],
    "aws:kms/keyPolicy:KeyPolicy": ["bypassPolicyLockoutSafetyCheck"],
    "aws:kms/replicaKey:ReplicaKey": ["bypassPolicyLockoutSafetyCheck"],
    "aws:kms/replicaExternalKey:ReplicaExternalKey": ["bypassPolicyLockoutSafetyCheck"],
    "aws:kms/externalKey:ExternalKey": ["bypassPolicyLockoutSafetyCheck"],
  },
  check({ props }, report) {
    const bypass = props.at("bypassPolicyLockoutSafetyCheck");
    if (bypass.boolean() === true) {
      report.violation({
        at: bypass,
        what: "A wrong policy could lock everybody out of the key",
        fix: "Remove `bypassPolicyLockoutSafetyCheck`.",
      });
    }
  },
};
