import { accountRoot, arn } from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import type { ResourceStatement } from "../shared/documents";

/**
 * AWS services that call a key in their own name. Services that act for a caller (ECR, S3, CodeBuild, CodePipeline)
 * need no entry: the caller's own permissions decide.
 */
export const KeyUser = {
  /** CloudWatch Logs, for encrypted log groups. */
  Logs: "logs",
  /** CloudWatch alarms that publish to an encrypted topic. */
  Alarms: "alarms",
  /** EventBridge rules with an encrypted topic or queue as target. */
  Events: "events",
  /** CodeStar Notifications that publish to an encrypted topic. */
  Notifications: "notifications",
} as const;
export type KeyUser = (typeof KeyUser)[keyof typeof KeyUser];

const publish = ["kms:Decrypt", "kms:GenerateDataKey*"];

/** The key policy: the account's own IAM decides, plus exactly the services that were asked for. */
export function keyPolicy(where: Surroundings, users: readonly string[]): ResourceStatement[] {
  return [
    {
      Sid: "AccountAdministersThroughIam",
      Effect: "Allow",
      Principal: { AWS: accountRoot(where) },
      Action: "kms:*",
      Resource: "*",
    },
    ...users.map((user) => userStatement(where, user)),
  ];
}

function userStatement(where: Surroundings, user: string): ResourceStatement {
  switch (user) {
    case KeyUser.Logs:
      // Log groups are recognised by the encryption context: Logs sends no source ARN.
      return {
        Sid: "EncryptLogGroupsOfThisAccount",
        Effect: "Allow",
        Principal: { Service: `logs.${where.region}.amazonaws.com` },
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        Resource: "*",
        Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": arn(where, "logs", "log-group:*") } },
      };
    case KeyUser.Alarms:
      return sourced(where, "PublishAlarmsOfThisAccount", "cloudwatch", arn(where, "cloudwatch", "alarm:*"));
    case KeyUser.Events:
      return sourced(where, "PublishEventsOfThisAccount", "events", arn(where, "events", "rule/*"));
    default:
      return sourced(
        where,
        "PublishNotificationsOfThisAccount",
        "codestar-notifications",
        arn(where, "codestar-notifications", "notificationrule/*"),
      );
  }
}

function sourced(where: Surroundings, sid: string, service: string, source: string): ResourceStatement {
  return {
    Sid: sid,
    Effect: "Allow",
    Principal: { Service: `${service}.amazonaws.com` },
    Action: publish,
    Resource: "*",
    Condition: { StringEquals: { "aws:SourceAccount": where.account }, ArnLike: { "aws:SourceArn": source } },
  };
}
