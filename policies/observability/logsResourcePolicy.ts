import type { Control } from "../shared/control";
import { judgeAudience } from "../documents/audience";

export const logsResourcePolicy: Control = {
  id: "logs-resource-policy",
  title: "Logs take entries only from whom they know",
  description:
    "CloudWatch Logs resource policies must not let in the public, foreign accounts or services on behalf of others.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps: "Name the principals; give every service a condition on aws:SourceArn or aws:SourceAccount.",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html",
  reads: { "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": ["policyDocument"] },
  check({ props }, report, { settings }) {
    judgeAudience(props.at("policyDocument"), report, settings, {
      subject: "the log groups",
      // EventBridge tells its rule when it writes, not when it creates the stream: AWS documents it without a condition.
      // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions
      needsNoSource: (service, { actions }) =>
        ["events.amazonaws.com", "delivery.logs.amazonaws.com"].includes(service) &&
        actions.every((leaf) => String(leaf.value()).toLowerCase() === "logs:createlogstream"),
    });
  },
};
