import * as arns from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import type { ResourceStatement } from "../shared/documents";

/** Who may publish to the topic of a service: its own alarms and the rules that are named, over TLS. */
export function topicStatements(
  where: Surroundings,
  topicName: string,
  serviceName: string,
  ruleNames: string[],
): ResourceStatement[] {
  const topic = arns.topic(where, topicName);
  const publish = (Sid: string, service: string, sources: string[]): ResourceStatement => ({
    Sid,
    Effect: "Allow",
    Principal: { Service: `${service}.amazonaws.com` },
    Action: "sns:Publish",
    Resource: topic,
    Condition: { StringEquals: { "aws:SourceAccount": where.account }, ArnLike: { "aws:SourceArn": sources } },
  });
  return [
    publish("PublishAlarms", "cloudwatch", [arns.alarm(where, `${serviceName}-*`)]),
    publish(
      "PublishEvents",
      "events",
      ruleNames.map((rule) => arns.eventRule(where, rule)),
    ),
    {
      Sid: "DenyWithoutTls",
      Effect: "Deny",
      Principal: "*",
      Action: "sns:Publish",
      Resource: topic,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
}
