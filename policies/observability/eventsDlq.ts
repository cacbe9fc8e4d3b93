import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";

export const eventsDlq: Control = {
  id: "events-dlq",
  title: "Event targets retry and keep what fails",
  description: "EventBridge targets should have a dead-letter queue and a retry policy.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: elsewhere({ cdkNag: "EventBusDLQ" }),
  remediationSteps: "Set `deadLetterConfig.arn` to a queue and `retryPolicy` to how often and how long to retry.",
  url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html",
  reads: { "aws:cloudwatch/eventTarget:EventTarget": ["deadLetterConfig.arn", "retryPolicy"] },
  check({ props }, report) {
    const queue = props.at("deadLetterConfig", "arn");
    if (queue.isAbsent) {
      report.violation({
        at: queue,
        what: "Events that cannot be delivered are lost",
        fix: "Set `deadLetterConfig` to `{ arn: <queue ARN> }`.",
      });
    }
    const retry = props.at("retryPolicy");
    if (retry.isAbsent) {
      report.violation({
        at: retry,
        what: "Nothing says how often delivery is tried",
        fix: "Set `retryPolicy` with `maximumRetryAttempts` and `maximumEventAgeInSeconds`.",
      });
    }
  },
};
