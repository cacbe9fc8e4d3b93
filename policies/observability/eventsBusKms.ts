import type { Control } from "../shared/control";
import { isCustomerKey } from "../shared/customerKey";

export const eventsBusKms: Control = {
  id: "events-bus-kms",
  title: "Event buses encrypted with a customer managed key",
  description: "EventBridge buses should be encrypted with a customer managed KMS key.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps: "Set `kmsKeyIdentifier` to your own key.",
  url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html",
  reads: { "aws:cloudwatch/eventBus:EventBus": ["kmsKeyIdentifier"] },
  check({ props }, report) {
    const key = props.at("kmsKeyIdentifier");
    if (!isCustomerKey(key)) {
      report.violation({
        at: key,
        what: "The bus is encrypted with a key that AWS owns",
        fix: "Set `kmsKeyIdentifier` to the ARN of a customer managed key.",
      });
    }
  },
};
