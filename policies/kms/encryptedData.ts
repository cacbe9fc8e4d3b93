import type { StackIndex } from "../shared/stackIndex";
import type { KeyNames } from "./keyNames";
import { type KeyUse, sending } from "./keyUse";

interface Encrypted {
  readonly type: string;
  /** Where it names its key. */
  readonly path: readonly [top: string, ...below: string[]];
  readonly service: string;
  readonly actions: readonly string[];
}

/** What AWS services encrypt in their own name, each with the page that says so. */
export const encrypted: readonly Encrypted[] = [
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
  { type: "aws:cloudwatch/logGroup:LogGroup", path: ["kmsKeyId"], service: "logs.amazonaws.com", actions: sending },
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-create-storage-key.html
  {
    type: "aws:ecs/cluster:Cluster",
    path: ["configuration", "managedStorageConfiguration", "fargateEphemeralStorageKmsKeyId"],
    service: "fargate.amazonaws.com",
    actions: ["kms:GenerateDataKeyWithoutPlaintext", "kms:CreateGrant"],
  },
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-key-policy.html
  {
    type: "aws:cloudwatch/eventBus:EventBus",
    path: ["kmsKeyIdentifier"],
    service: "events.amazonaws.com",
    actions: sending,
  },
  {
    type: "aws:cloudwatch/eventArchive:EventArchive",
    path: ["kmsKeyIdentifier"],
    service: "events.amazonaws.com",
    actions: sending,
  },
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
  {
    type: "aws:cloudtrail/trail:Trail",
    path: ["kmsKeyId"],
    service: "cloudtrail.amazonaws.com",
    actions: ["kms:GenerateDataKey"],
  },
];

export function encryptedWith(stack: StackIndex, key: KeyNames): KeyUse[] {
  return encrypted.flatMap(({ type, path, service, actions }) =>
    stack
      .ofType(type)
      .filter((user) => key.areIn(user, path[0], user.props.at(...path)))
      .map((user) => ({ service, user, actions })),
  );
}
