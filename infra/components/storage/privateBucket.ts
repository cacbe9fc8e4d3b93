import { Bucket } from "@pulumi/aws/s3/bucket";
import { BucketLifecycleConfiguration } from "@pulumi/aws/s3/bucketLifecycleConfiguration";
import { BucketOwnershipControls } from "@pulumi/aws/s3/bucketOwnershipControls";
import { BucketPolicy } from "@pulumi/aws/s3/bucketPolicy";
import { BucketPublicAccessBlock } from "@pulumi/aws/s3/bucketPublicAccessBlock";
import { BucketServerSideEncryptionConfiguration } from "@pulumi/aws/s3/bucketServerSideEncryptionConfiguration";
import { BucketVersioning } from "@pulumi/aws/s3/bucketVersioning";
import { all, output } from "@pulumi/pulumi";
import type { CustomResourceOptions, Input } from "@pulumi/pulumi";
import { resourceDocument } from "../shared/documents";
import type { ResourceStatement } from "../shared/documents";
import { lifecycleRules } from "./lifecycle";

export interface PrivateBucket {
  readonly bucketName: Input<string>;
  /** ARN of a customer managed key; without one S3's own keys encrypt. */
  readonly encryptionKeyArn?: Input<string>;
  readonly expirationDays: Input<number>;
  readonly noncurrentDays: Input<number>;
  readonly forceDestroy: Input<boolean>;
  readonly statements: Input<ResourceStatement[]>;
  readonly tags: Input<Record<string, Input<string>>>;
}

/** A bucket, and the policy that whoever writes into the bucket must wait for. */
export interface GuardedBucket {
  readonly bucket: Bucket;
  readonly policy: BucketPolicy;
}

/** A bucket with everything that the provider keeps in resources of their own. */
export function createPrivateBucket(name: string, args: PrivateBucket, opts: CustomResourceOptions): GuardedBucket {
  const { bucketName, forceDestroy, tags } = args;
  const bucket = new Bucket(name, { bucket: bucketName, forceDestroy, tags }, opts);
  const target = { bucket: bucket.bucket };

  const block = new BucketPublicAccessBlock(
    `${name}-public-access`,
    { ...target, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    opts,
  );
  const rule = { objectOwnership: "BucketOwnerEnforced" };
  new BucketOwnershipControls(`${name}-ownership`, { ...target, rule }, opts);
  const versioning = new BucketVersioning(
    `${name}-versioning`,
    { ...target, versioningConfiguration: { status: "Enabled" } },
    opts,
  );
  new BucketServerSideEncryptionConfiguration(
    `${name}-encryption`,
    { ...target, rules: [encryptionRule(args.encryptionKeyArn)] },
    opts,
  );
  const rules = all([args.expirationDays, args.noncurrentDays]).apply((days) => lifecycleRules(...days));
  // S3 accepts rules for replaced versions only once versions exist.
  new BucketLifecycleConfiguration(`${name}-lifecycle`, { ...target, rules }, { ...opts, dependsOn: [versioning] });
  // S3 refuses a policy and a public access block that change at the same moment (OperationAborted).
  const document = output(args.statements).apply((statements) => resourceDocument(statements as ResourceStatement[]));
  const policy = new BucketPolicy(`${name}-policy`, { ...target, policy: document }, { ...opts, dependsOn: [block] });
  return { bucket, policy };
}

function encryptionRule(encryptionKeyArn?: Input<string>) {
  return encryptionKeyArn === undefined
    ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
    : {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: encryptionKeyArn },
        bucketKeyEnabled: true,
      };
}
