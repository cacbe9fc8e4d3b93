import { fields, oneOf } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, recordsAt, textAt } from "../paths";
import { exists } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { bucketExists, bucketType } from "./bucket";

const acls = [
  ...["private", "public-read", "public-read-write", "authenticated-read"],
  ...["aws-exec-read", "bucket-owner-read", "bucket-owner-full-control", "log-delivery-write"],
];
const sse = "rules[].applyServerSideEncryptionByDefault";

export const bucketSettingRules: RuleTable = {
  "aws:s3/bucketVersioning:BucketVersioning": {
    inputs: [
      fields("MalformedXML", {
        "versioningConfiguration.status": oneOf("Enabled", "Suspended", "Disabled"),
        "versioningConfiguration.mfaDelete": oneOf("Enabled", "Disabled"),
      }),
    ],
    account: [bucketExists],
  },
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": {
    inputs: [
      fields("MalformedXML", {
        [`${sse}.sseAlgorithm`]: oneOf("AES256", "aws:kms", "aws:kms:dsse"),
      }),
      refuseKeyWithoutKms,
    ],
    account: [bucketExists],
  },
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": { account: [bucketExists] },
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": {
    inputs: [
      fields("MalformedXML", {
        "rule.objectOwnership": oneOf("BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced"),
      }),
    ],
    account: [bucketExists],
  },
  "aws:s3/bucketAcl:BucketAcl": {
    inputs: [fields("InvalidArgument", { acl: oneOf(...acls) })],
    account: [bucketExists],
  },
  "aws:s3/bucketLogging:BucketLogging": {
    account: [bucketExists, exists("InvalidTargetBucketForLogging", "targetBucket", "bucket", bucketType)],
  },
  "aws:s3/bucketNotification:BucketNotification": {
    inputs: [
      fields("InvalidArgument", {
        "topics[].events[]": eventProblem,
        "queues[].events[]": eventProblem,
        "lambdaFunctions[].events[]": eventProblem,
      }),
      refuseSameEvents,
    ],
    account: [
      bucketExists,
      exists("InvalidArgument", "topics[].topicArn", "SNS topic", "aws:sns/topic:Topic"),
      exists("InvalidArgument", "queues[].queueArn", "SQS queue", "aws:sqs/queue:Queue"),
      exists("InvalidArgument", "lambdaFunctions[].lambdaFunctionArn", "function", "aws:lambda/function:Function"),
    ],
  },
  "aws:s3/bucketObjectv2:BucketObjectv2": { account: [bucketExists] },
};

function eventProblem(event: unknown): string | undefined {
  const pattern =
    /^s3:(ObjectCreated|ObjectRemoved|ObjectRestore|Replication|LifecycleExpiration|ObjectTagging|ReducedRedundancyLostObject|LifecycleTransition|IntelligentTiering|ObjectAcl)(:(\*|[A-Za-z]+))?$/;
  return typeof event === "string" && !pattern.test(event) ? 'use an event such as "s3:ObjectCreated:*"' : undefined;
}

function refuseKeyWithoutKms({ inputs }: Call): Refusal[] {
  return recordsAt(inputs, sse).flatMap(({ path, value }) =>
    when(
      textAt(value, "sseAlgorithm") === "AES256" && isSet(value, "kmsMasterKeyId"),
      "InvalidArgument",
      `${path}.kmsMasterKeyId`,
      `${path}.kmsMasterKeyId is set and sseAlgorithm is AES256: use aws:kms, or remove kmsMasterKeyId.`,
    ),
  );
}

/** Two notifications may not ask for the same event of the same keys. */
function refuseSameEvents({ inputs }: Call): Refusal[] {
  const all = ["topics[]", "queues[]", "lambdaFunctions[]"].flatMap((path) => recordsAt(inputs, path));
  const seen = new Map<string, string>();
  return all.flatMap(({ path, value }) => {
    const events = Array.isArray(value.events) ? value.events : [];
    return events.flatMap((event) => {
      const key = JSON.stringify([event, value.filterPrefix ?? "", value.filterSuffix ?? ""]);
      const earlier = seen.get(key);
      seen.set(key, path);
      if (earlier === undefined) return [];
      const message = `${path}.events has ${JSON.stringify(event)}, which ${earlier} asks for already: configurations overlap. Use filterPrefix or filterSuffix, or fan out from one topic.`;
      return [refusal("InvalidArgument", `${path}.events`, message)];
    });
  });
}
