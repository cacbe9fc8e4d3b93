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
    judgeAudience(props.at("policyDocument"), report, settings, { subject: "the log groups" });
  },
};
