import type { PolicyDocument } from "../documents/document";
import { covers } from "../documents/glob";
import { readResourceDocument } from "../documents/resourceDocument";
import { tlsDenials } from "../documents/transport";
import type { Control } from "../shared/control";
import type { Node } from "../shared/node";
import { elsewhere } from "../shared/elsewhere";

const topicType = "aws:sns/topic:Topic";
const policyType = "aws:sns/topicPolicy:TopicPolicy";
const fix = "Deny `sns:Publish` to everybody while `aws:SecureTransport` is false.";

export const snsTlsOnly: Control = {
  id: "sns-tls-only",
  title: "Topics take messages over TLS only",
  description: "SNS topics must refuse messages that arrive over plain HTTP.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ cdkNag: "SNS3" }),
  remediationSteps:
    "Add a statement to the topic's policy: Effect Deny, Principal *, Action sns:Publish, condition Bool aws:SecureTransport false.",
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit",
  reads: { [policyType]: ["policy", "arn"], [topicType]: ["policy"] },
  check({ type, props }, report) {
    if (type !== policyType) return;
    const document = readResourceDocument(props.at("policy"), report, { tellsFaults: false });
    if (document && isOpen(document, props.at("arn"))) {
      report.violation({ at: props.at("policy").path, what: "The topic takes messages over plain HTTP", fix });
    }
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(topicType), (topic) => {
      if (stack.linked([policyType], "arn", topic).length > 0) return;
      const policy = topic.props.at("policy");
      const document = readResourceDocument(policy, report, { tellsFaults: false });
      if (!document || isOpen(document, topic.props.at("arn"))) {
        report.violation({ at: policy.path, what: "The topic takes messages over plain HTTP", fix });
      }
    });
  },
};

/** Whether nothing denies plain HTTP to the topic. A statement that is not known yet may be the one that does. */
function isOpen(document: PolicyDocument, topic: Node): boolean {
  const denied = tlsDenials(document, "sns:Publish").flatMap(({ resources }) => resources);
  const isTopic = (leaf: Node) => leaf.isUnknown || !topic.isKnown || covers(String(leaf.raw), String(topic.raw));
  return document.unknownStatements.length === 0 && !denied.some(isTopic);
}
