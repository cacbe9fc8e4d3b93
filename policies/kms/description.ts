import type { Control } from "../shared/control";

export const kmsDescription: Control = {
  id: "kms-description",
  title: "Keys say what they are for",
  description: "KMS keys should have a description.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps: "Set `description` to what the key encrypts.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/create-keys.html",
  reads: { "aws:kms/key:Key": ["description"] },
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
