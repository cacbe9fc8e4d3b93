import { BucketLogging } from "@pulumi/aws/s3/bucketLogging";
import { all, ComponentResource, output } from "@pulumi/pulumi";
import type { ComponentResourceOptions, Input, Output } from "@pulumi/pulumi";
import * as arns from "../shared/arns";
import { bucketName } from "../shared/names";
import { surroundings } from "../shared/surroundings";
import { mergeTags } from "../shared/tags";
import { integerBetween, validated } from "../shared/validate";
import { version } from "../shared/version";
import { logPrefixes, logStatements, transportStatements } from "./bucketPolicy";
import { createPrivateBucket } from "./privateBucket";

/** What an `ArtifactBucket` takes. */
export interface ArtifactBucketArgs {
  /** ARN of the customer managed key that encrypts the artifacts. */
  readonly encryptionKeyArn: Input<string>;
  /** Days an artifact is kept; a rollback needs the artifacts of the release it returns to. Defaults to 90. */
  readonly expirationDays?: Input<number>;
  /** Days a replaced version is kept. Defaults to 30. */
  readonly noncurrentDays?: Input<number>;
  /** Days access logs are kept. Defaults to 365. */
  readonly logRetentionDays?: Input<number>;
  /** Whether the log bucket also accepts access logs of load balancers. Defaults to false. */
  readonly acceptLoadBalancerLogs?: Input<boolean>;
  /** Whether deleting the buckets deletes what they hold. Defaults to false. */
  readonly forceDestroy?: Input<boolean>;
  /** Tags for every resource. Defaults to none. */
  readonly tags?: Input<Record<string, Input<string>>>;
}

/** A private, versioned bucket for pipeline artifacts, and the bucket that receives its access logs. */
export class ArtifactBucket extends ComponentResource {
  /** Name of the bucket. */
  public readonly bucketName: Output<string>;
  /** ARN of the bucket. */
  public readonly bucketArn: Output<string>;
  /** Name of the bucket that receives access logs. */
  public readonly logBucketName: Output<string>;
  /** Prefix under which load balancers write into the log bucket. */
  public readonly loadBalancerLogPrefix: Output<string>;

  constructor(name: string, args: ArtifactBucketArgs, opts?: ComponentResourceOptions) {
    super("container-delivery:index:ArtifactBucket", name, { ...args, version }, opts);
    const check = `ArtifactBucket "${name}"`;
    const days = (property: string, value: Input<number>) =>
      validated(check, property, value, integerBetween(1, 36500));
    const expirationDays = days("expirationDays", args.expirationDays ?? 90);
    const noncurrentDays = days("noncurrentDays", args.noncurrentDays ?? 30);
    const logRetentionDays = days("logRetentionDays", args.logRetentionDays ?? 365);
    const where = surroundings(opts);
    const artifactsName = where.apply((known) => bucketName(name, known));
    const logsName = where.apply((known) => bucketName(`${name}-logs`, known));
    const shared = { forceDestroy: args.forceDestroy ?? false, noncurrentDays };

    // S3's log delivery and load balancers cannot write to a bucket with a customer managed key, and a bucket that
    // logs to itself grows for ever: the log bucket is the one exception to both rules.
    const logs = createPrivateBucket(
      `${name}-logs`,
      {
        ...shared,
        bucketName: logsName,
        expirationDays: logRetentionDays,
        statements: all([where, logsName, artifactsName, args.acceptLoadBalancerLogs]).apply((known) =>
          logStatements(...known),
        ),
        tags: mergeTags({ Name: logsName }, args.tags),
      },
      { parent: this },
    );
    const artifacts = createPrivateBucket(
      `${name}-artifacts`,
      {
        ...shared,
        bucketName: artifactsName,
        encryptionKeyArn: args.encryptionKeyArn,
        expirationDays,
        statements: all([where, artifactsName]).apply(([known, own]) => transportStatements(known, own)),
        tags: mergeTags({ Name: artifactsName }, args.tags),
      },
      { parent: this },
    );
    new BucketLogging(
      `${name}-artifacts-logging`,
      { bucket: artifacts.bucket.bucket, targetBucket: logs.policy.bucket, targetPrefix: logPrefixes.s3 },
      { parent: this },
    );

    this.bucketName = artifacts.policy.bucket;
    this.bucketArn = all([where, artifacts.policy.bucket]).apply(([known, own]) => arns.bucket(known, own));
    this.logBucketName = logs.policy.bucket;
    this.loadBalancerLogPrefix = output(logPrefixes.loadBalancer as string);
    this.registerOutputs({
      bucketName: this.bucketName,
      bucketArn: this.bucketArn,
      logBucketName: this.logBucketName,
      loadBalancerLogPrefix: this.loadBalancerLogPrefix,
    });
  }
}
