import type { Kind } from "./kind";

const key = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000000";
const tlsOnly = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: ["arn:aws:s3:::shop-artifacts", "arn:aws:s3:::shop-artifacts/*"],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ],
};
const encryption = (algorithm: object) => [{ applyServerSideEncryptionByDefault: algorithm, bucketKeyEnabled: true }];
const bucketId = "<it.id>";

const bucket: Kind = {
  kind: "S3 bucket",
  resources: [
    {
      ...{ type: "aws:s3/bucket:Bucket", name: "it", props: { bucket: "shop-artifacts" } },
      outputs: { id: "shop-artifacts", arn: "arn:aws:s3:::shop-artifacts" },
    },
    {
      type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
      name: "block",
      props: {
        ...{ bucket: bucketId, blockPublicAcls: true, blockPublicPolicy: true },
        ...{ ignorePublicAcls: true, restrictPublicBuckets: true },
      },
    },
    {
      type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      name: "encryption",
      props: { bucket: bucketId, rules: encryption({ sseAlgorithm: "aws:kms", kmsMasterKeyId: key }) },
    },
    {
      type: "aws:s3/bucketVersioning:BucketVersioning",
      name: "versioning",
      props: { bucket: bucketId, versioningConfiguration: { status: "Enabled" } },
    },
    {
      type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
      name: "ownership",
      props: { bucket: bucketId, rule: { objectOwnership: "BucketOwnerEnforced" } },
    },
    {
      type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      name: "lifecycle",
      props: {
        bucket: bucketId,
        rules: [
          {
            ...{ id: "old", status: "Enabled", filter: { prefix: "" } },
            noncurrentVersionExpiration: { noncurrentDays: 30 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
    },
    {
      type: "aws:s3/bucketLogging:BucketLogging",
      name: "logging",
      props: { bucket: bucketId, targetBucket: "shop-logs", targetPrefix: "artifacts/" },
    },
    { type: "aws:s3/bucketPolicy:BucketPolicy", name: "policy", props: { bucket: bucketId, policy: tlsOnly } },
  ],
  cloudFormation: {
    It: {
      Type: "AWS::S3::Bucket",
      Properties: {
        BucketName: "shop-artifacts",
        PublicAccessBlockConfiguration: {
          ...{ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: key },
              BucketKeyEnabled: true,
            },
          ],
        },
        VersioningConfiguration: { Status: "Enabled" },
        OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
        LifecycleConfiguration: {
          Rules: [
            {
              ...{ Id: "old", Status: "Enabled", NoncurrentVersionExpiration: { NoncurrentDays: 30 } },
              AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
            },
          ],
        },
        LoggingConfiguration: { DestinationBucketName: "shop-logs", LogFilePrefix: "artifacts/" },
      },
    },
    Policy: { Type: "AWS::S3::BucketPolicy", Properties: { Bucket: "shop-artifacts", PolicyDocument: tlsOnly } },
  },
  faults: [
    {
      breaks: ["s3-bpa"],
      reason: "nothing blocks public access",
      change: { block: undefined },
      template: { "It.PublicAccessBlockConfiguration": undefined },
    },
    {
      breaks: ["s3-bpa"],
      reason: "one of four blocks is off",
      change: { "block.restrictPublicBuckets": false },
      template: { "It.PublicAccessBlockConfiguration.RestrictPublicBuckets": false },
    },
    {
      breaks: ["s3-kms"],
      reason: "encrypted with a key of S3's",
      change: { "encryption.rules": encryption({ sseAlgorithm: "AES256" }) },
      template: {
        "It.BucketEncryption.ServerSideEncryptionConfiguration": [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } },
        ],
      },
    },
    {
      breaks: ["s3-kms"],
      reason: "no encryption named",
      change: { encryption: undefined },
      template: { "It.BucketEncryption": undefined },
    },
    {
      breaks: ["s3-versioning"],
      reason: "no old versions",
      change: { versioning: undefined },
      template: { "It.VersioningConfiguration": undefined },
    },
    {
      breaks: ["s3-ownership"],
      reason: "objects belong to whoever writes them",
      change: { "ownership.rule.objectOwnership": "ObjectWriter" },
      template: { "It.OwnershipControls.Rules.0.ObjectOwnership": "ObjectWriter" },
    },
    {
      breaks: ["s3-lifecycle"],
      reason: "no lifecycle",
      change: { lifecycle: undefined },
      template: { "It.LifecycleConfiguration": undefined },
    },
    {
      breaks: ["s3-logging"],
      reason: "no access logs",
      change: { logging: undefined },
      template: { "It.LoggingConfiguration": undefined },
    },
    {
      breaks: ["s3-tls-only"],
      reason: "answers without TLS",
      change: { policy: undefined },
      template: { Policy: undefined },
    },
    {
      breaks: ["s3-tls-only"],
      reason: "answers without TLS for objects",
      change: { "policy.policy.Statement.0.Resource": "arn:aws:s3:::shop-artifacts" },
      template: { "Policy.PolicyDocument.Statement.0.Resource": "arn:aws:s3:::shop-artifacts" },
    },
  ],
};

const logGroup: Kind = {
  kind: "log group",
  resources: [
    {
      type: "aws:cloudwatch/logGroup:LogGroup",
      name: "it",
      props: { name: "/shop", retentionInDays: 365, kmsKeyId: key },
    },
  ],
  cloudFormation: {
    It: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: "/shop", RetentionInDays: 365, KmsKeyId: key } },
  },
  faults: [
    {
      breaks: ["logs-kms"],
      reason: "no key of one's own",
      change: { "it.kmsKeyId": undefined },
      template: { "It.KmsKeyId": undefined },
    },
    {
      breaks: ["logs-retention"],
      reason: "kept for ever",
      change: { "it.retentionInDays": undefined },
      template: { "It.RetentionInDays": undefined },
    },
    {
      breaks: ["logs-retention"],
      reason: "kept for a day",
      change: { "it.retentionInDays": 1 },
      template: { "It.RetentionInDays": 1 },
    },
  ],
};

const topic: Kind = {
  kind: "SNS topic",
  resources: [{ type: "aws:sns/topic:Topic", name: "it", props: { name: "alerts", kmsMasterKeyId: key } }],
  cloudFormation: { It: { Type: "AWS::SNS::Topic", Properties: { TopicName: "alerts", KmsMasterKeyId: key } } },
  faults: [
    {
      breaks: ["sns-kms"],
      reason: "not encrypted",
      change: { "it.kmsMasterKeyId": undefined },
      template: { "It.KmsMasterKeyId": undefined },
    },
    {
      breaks: ["sns-kms"],
      reason: "encrypted with the key that AWS manages",
      change: { "it.kmsMasterKeyId": "alias/aws/sns" },
      template: { "It.KmsMasterKeyId": "alias/aws/sns" },
    },
  ],
};

const queue: Kind = {
  kind: "SQS queue",
  resources: [{ type: "aws:sqs/queue:Queue", name: "it", props: { name: "orders", kmsMasterKeyId: key } }],
  cloudFormation: { It: { Type: "AWS::SQS::Queue", Properties: { QueueName: "orders", KmsMasterKeyId: key } } },
  faults: [
    {
      breaks: ["sqs-kms"],
      reason: "no key of one's own",
      change: { "it.kmsMasterKeyId": undefined },
      template: { "It.KmsMasterKeyId": undefined },
    },
  ],
};

const keyPolicy = {
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" },
  ],
};

const customerKey: Kind = {
  kind: "KMS key",
  resources: [
    {
      type: "aws:kms/key:Key",
      name: "it",
      props: {
        ...{ description: "Artifacts", enableKeyRotation: true, deletionWindowInDays: 30, policy: keyPolicy },
      },
    },
  ],
  cloudFormation: {
    It: {
      Type: "AWS::KMS::Key",
      Properties: {
        ...{ Description: "Artifacts", EnableKeyRotation: true, PendingWindowInDays: 30, KeyPolicy: keyPolicy },
      },
    },
  },
  faults: [
    {
      breaks: ["kms-rotation"],
      reason: "never rotates",
      change: { "it.enableKeyRotation": undefined },
      template: { "It.EnableKeyRotation": undefined },
    },
    {
      breaks: ["kms-policy-public"],
      reason: "everybody's key",
      change: { "it.policy.Statement.0.Principal": "*" },
      template: { "It.KeyPolicy.Statement.0.Principal": "*" },
    },
  ],
};

const secret: Kind = {
  kind: "secret",
  resources: [
    { type: "aws:secretsmanager/secret:Secret", name: "it", props: { name: "shop", kmsKeyId: key } },
    {
      type: "aws:secretsmanager/secretRotation:SecretRotation",
      name: "rotation",
      props: {
        ...{ secretId: "<it.id>", rotationLambdaArn: "arn:aws:lambda:eu-west-1:123456789012:function:rotate" },
        rotationRules: { automaticallyAfterDays: 30 },
      },
    },
  ],
  cloudFormation: {
    It: { Type: "AWS::SecretsManager::Secret", Properties: { Name: "shop", KmsKeyId: key } },
    Rotation: {
      Type: "AWS::SecretsManager::RotationSchedule",
      Properties: {
        ...{ SecretId: { Ref: "It" }, RotationRules: { AutomaticallyAfterDays: 30 } },
        RotationLambdaARN: "arn:aws:lambda:eu-west-1:123456789012:function:rotate",
      },
    },
  },
  faults: [
    {
      breaks: ["secret-kms"],
      reason: "no key of one's own",
      change: { "it.kmsKeyId": undefined },
      template: { "It.KmsKeyId": undefined },
    },
    {
      breaks: ["secret-rotation"],
      reason: "never rotates",
      change: { rotation: undefined },
      template: { Rotation: undefined },
    },
  ],
};

export const storage: readonly Kind[] = [bucket, logGroup, topic, queue, customerKey, secret];
