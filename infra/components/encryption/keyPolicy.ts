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
  /** Topics that hand undelivered messages to an encrypted queue. */
  Topics: "topics",
  /** CodeStar Notifications that publish to an encrypted topic. */
  Notifications: "notifications",
  /** Fargate, for the ephemeral storage of tasks. */
  TaskStorage: "task-storage",
} as const;
export type KeyUser = (typeof KeyUser)[keyof typeof KeyUser];

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
    ...users.flatMap((user) => userStatements(where, user)),
  ];
}

function userStatements(where: Surroundings, user: string): ResourceStatement[] {
  switch (user) {
    case KeyUser.Logs:
      return [logs(where)];
    case KeyUser.Alarms:
      return [sourced(where, "PublishAlarmsOfThisAccount", "cloudwatch", "alarm:*")];
    case KeyUser.Events:
      return [events];
    case KeyUser.Topics:
      return [sourced(where, "DeliverMessagesOfThisAccount", "sns", "*")];
    case KeyUser.TaskStorage:
      return taskStorage(where);
    default:
      return [sourced(where, "PublishNotificationsOfThisAccount", "codestar-notifications", "notificationrule/*")];
  }
}

/** Log groups are recognised by the encryption context: Logs sends no source ARN. */
function logs(where: Surroundings): ResourceStatement {
  return {
    Sid: "EncryptLogGroupsOfThisAccount",
    Effect: "Allow",
    Principal: { Service: `logs.${where.region}.amazonaws.com` },
    Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
    Resource: "*",
    Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": arn(where, "logs", "log-group:*") } },
  };
}

/**
 * Fargate names the cluster and its account in the encryption context
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-create-storage-key.html). Its grants let tasks
 * decrypt their own volumes and nothing more.
 */
function taskStorage(where: Surroundings): ResourceStatement[] {
  const own = { "kms:EncryptionContext:aws:ecs:clusterAccount": where.account };
  const statement = { Effect: "Allow", Principal: { Service: "fargate.amazonaws.com" }, Resource: "*" } as const;
  return [
    {
      ...statement,
      Sid: "EncryptTaskStorageOfThisAccount",
      Action: "kms:GenerateDataKeyWithoutPlaintext",
      Condition: { StringEquals: own },
    },
    {
      ...statement,
      Sid: "GrantTaskStorageOfThisAccount",
      Action: "kms:CreateGrant",
      Condition: {
        StringEquals: own,
        "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt"] },
      },
    },
  ];
}

/**
 * EventBridge sends no source when it publishes to an encrypted topic: a condition on one would shut it out
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services).
 */
const events: ResourceStatement = {
  Sid: "PublishEvents",
  Effect: "Allow",
  Principal: { Service: "events.amazonaws.com" },
  Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
  Resource: "*",
};

function sourced(where: Surroundings, sid: string, service: string, source: string): ResourceStatement {
  return {
    Sid: sid,
    Effect: "Allow",
    Principal: { Service: `${service}.amazonaws.com` },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: {
      StringEquals: { "aws:SourceAccount": where.account },
      ArnLike: { "aws:SourceArn": arn(where, service, source) },
    },
  };
}
