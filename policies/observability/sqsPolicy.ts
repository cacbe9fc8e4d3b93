import { judgeAudience } from "../documents/audience";
import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";

const queueType = "aws:sqs/queue:Queue";
const policyType = "aws:sqs/queuePolicy:QueuePolicy";

export const sqsPolicy: Control = {
  id: "sqs-policy",
  title: "Queues let in only whom they know",
  description: "SQS queue policies must not let in the public, foreign accounts or services on behalf of others.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ securityHub: "SQS.3", checkov: "CKV_AWS_72 CKV_AWS_168 CKV_AWS_387", trivy: "AWS-0097" }),
  remediationSteps: "Name the principals; give every service a condition on aws:SourceArn or aws:SourceAccount.",
  url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html",
  reads: { [policyType]: ["policy"], [queueType]: ["policy"] },
  check({ props }, report, { settings }) {
    const policy = props.at("policy");
    judgeAudience(policy, report, settings, { subject: "the queue" });
  },
};
