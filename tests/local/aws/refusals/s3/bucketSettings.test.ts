import { arn, stored, table } from "../support";

const bucket = stored("aws:s3/bucket:Bucket", "artifacts", { bucket: "artifacts" });
const topic = stored("aws:sns/topic:Topic", arn("sns", "t"), { name: "t" }, { arn: arn("sns", "t") });
const sse = "rules[0].applyServerSideEncryptionByDefault";

describe("s3/bucketSettings", () => {
  table({
    type: "aws:s3/bucketVersioning:BucketVersioning",
    base: { bucket: "artifacts", versioningConfiguration: { status: "Enabled" } },
    store: [bucket],
    accepts: { suspension: { "versioningConfiguration.status": "Suspended" } },
    refuses: {
      "another status": [{ "versioningConfiguration.status": "On" }, "MalformedXML", "Enabled, Suspended"],
      "a bucket that is not there": [{ bucket: "nope" }, "NoSuchBucket"],
    },
  });
  table({
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    base: {
      bucket: "artifacts",
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "k" } }],
    },
    store: [bucket],
    accepts: { "S3's own keys": { [sse]: { sseAlgorithm: "AES256" } } },
    refuses: {
      "another algorithm": [{ [`${sse}.sseAlgorithm`]: "KMS" }, "MalformedXML", "aws:kms"],
      "a key without KMS": [{ [`${sse}.sseAlgorithm`]: "AES256" }, "InvalidArgument", "kmsMasterKeyId is set"],
      "a bucket that is not there": [{ bucket: "nope" }, "NoSuchBucket"],
    },
  });
  table({
    type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    base: { bucket: "artifacts", rule: { objectOwnership: "BucketOwnerEnforced" } },
    store: [bucket],
    refuses: { "another ownership": [{ "rule.objectOwnership": "Enforced" }, "MalformedXML"] },
  });
  table({
    type: "aws:s3/bucketLogging:BucketLogging",
    base: { bucket: "artifacts", targetBucket: "artifacts", targetPrefix: "s3/" },
    store: [bucket],
    refuses: { "a target that is not there": [{ targetBucket: "nope" }, "InvalidTargetBucketForLogging"] },
  });
  table({
    type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    base: { bucket: "artifacts" },
    store: [bucket],
    refuses: { "a bucket that is not there": [{ bucket: "nope" }, "NoSuchBucket", "no such bucket"] },
  });
  table({
    type: "aws:s3/bucketNotification:BucketNotification",
    base: { bucket: "artifacts", topics: [{ topicArn: topic.id, events: ["s3:ObjectCreated:*"] }] },
    store: [bucket, topic],
    accepts: {
      "one event for two prefixes": {
        topics: ["a/", "b/"].map((filterPrefix) => ({
          topicArn: topic.id,
          events: ["s3:ObjectCreated:Put"],
          filterPrefix,
        })),
      },
    },
    refuses: {
      "another event": [{ "topics[0].events": ["ObjectCreated"] }, "InvalidArgument", "s3:ObjectCreated:*"],
      "a bucket that is not there": [{ bucket: "nope" }, "NoSuchBucket"],
      "a topic that is not there": [
        { "topics[0].topicArn": arn("sns", "nope") },
        "InvalidArgument",
        "no such SNS topic",
      ],
      "one event twice": [
        { topics: [1, 2].map(() => ({ topicArn: topic.id, events: ["s3:ObjectCreated:*"] })) },
        "InvalidArgument",
        "overlap",
      ],
    },
  });
});
