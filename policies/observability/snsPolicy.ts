import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { judgeAudience } from "../documents/audience";

export const snsPolicy: Control = {
  id: "sns-policy",
  title: "Topics let in only whom they know",
  description: "SNS topic policies must not let in the public, foreign accounts or services on behalf of others.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ securityHub: "SNS.4", checkov: "CKV_AWS_169 CKV_AWS_385" }),
  remediationSteps: "Name the principals; give every service a condition on aws:SourceArn or aws:SourceAccount.",
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html",
  reads: { "aws:sns/topicPolicy:TopicPolicy": ["policy"], "aws:sns/topic:Topic": ["policy"] },
  check({ props }, report, { settings }) {
    // A topic without a policy has AWS's default: the own account alone.
    report.each([props.at("policy")], (policy) => {
      judgeAudience(policy, report, settings, {
        subject: "the topic",
        // EventBridge sends no source to topics: a condition would shut it out, and AWS documents a statement without.
        // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
        needsNoSource: (service) => service === "events.amazonaws.com",
      });
    });
  },
};
