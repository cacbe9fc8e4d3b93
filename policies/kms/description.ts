import type { Control } from "../shared/control";
import { reads } from "../shared/tokens";

const keyTypes = [
  "aws:kms/key:Key",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
];

export const kmsDescription: Control = {
  id: "kms-description",
  title: "Keys say what they are for",
  description: "KMS keys should have a description.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps: "Set `description` to what the key encrypts.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/create-keys.html",
  reads: reads(keyTypes, "description"),
  check({ props }, report) {
    const description = props.at("description");
    if (!description.isUnknown && (description.string() ?? "").trim() === "") {
      report.violation({
        at: description,
        what: "Nobody can tell what the key is for",
        fix: "Set `description` to what the key encrypts.",
      });
    }
  },
};
