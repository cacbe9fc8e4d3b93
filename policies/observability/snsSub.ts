import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";

export const snsSub: Control = {
  id: "sns-sub",
  title: "Subscriptions use TLS and keep what they cannot deliver",
  description: "SNS subscriptions must not use plain HTTP, and those of machines must have a dead-letter queue.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ cdkNag: "SNSRedrivePolicy" }),
  remediationSteps:
    "Use `protocol` https, sqs, lambda or firehose with a `redrivePolicy` that names a queue. Nobody sends a lost e-mail or text message again.",
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html",
  reads: { "aws:sns/topicSubscription:TopicSubscription": ["protocol", "redrivePolicy"] },
  check({ props }, report) {
    const protocol = props.at("protocol");
    if (protocol.string() === "http") {
      report.violation({ at: protocol, what: "Messages travel in plain HTTP", fix: "Set `protocol` to `https`." });
    }
    // What people missed is not sent again later.
    if (["email", "email-json", "sms", "application"].includes(protocol.string() ?? "")) return;
    const redrive = props.at("redrivePolicy");
    if (redrive.isAbsent) {
      report.violation({
        at: redrive,
        what: "Messages that cannot be delivered are lost",
        fix: "Set `redrivePolicy` to a JSON object with `deadLetterTargetArn`.",
      });
    }
  },
};
