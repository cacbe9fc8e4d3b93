import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { StackResource } from "../shared/resource";
import { bucketTypes, bucketVersioningTypes, reads } from "../shared/tokens";
import { inlineBlocks } from "./inline";

const what = "Overwritten and deleted objects are lost";
const fix = "Set `versioningConfiguration.status` to `Enabled` in an `aws.s3.BucketVersioning`.";

export const s3Versioning: Control = {
  id: "s3-versioning",
  title: "Buckets keep old versions",
  description: "S3 buckets must keep old versions of their objects.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "S3.14",
    controlTower: "CT.S3.PR.11",
    checkov: "CKV_AWS_21",
    cdkNag: "S3BucketVersioningEnabled",
    trivy: "AWS-0090",
  }),
  remediationSteps:
    "Create an `aws.s3.BucketVersioning` for the bucket with `status` Enabled. A pipeline's S3 source needs it.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
  reads: {
    "aws:s3/bucket:Bucket": ["versioning.enabled", "objectLockEnabled"],
    "aws:s3/bucketV2:BucketV2": ["versionings.enabled", "objectLockEnabled"],
    ...reads(bucketVersioningTypes, "versioningConfiguration.status"),
  },
  check({ type, props }, report) {
    if (!bucketVersioningTypes.includes(type)) return;
    const status = props.at("versioningConfiguration", "status");
    if (status.string() !== "Enabled") report.violation({ at: status, what, fix });
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...bucketTypes), (bucket) => {
      const isElsewhere = stack.linked(bucketVersioningTypes, "bucket", bucket).length > 0;
      if (!isElsewhere && !versionsItself(bucket)) report.violation({ at: "", what, fix });
    });
  },
};

/** By its own inputs, or because objects can be locked in it: that switches versioning on. */
function versionsItself(bucket: StackResource): boolean {
  return (
    inlineBlocks(bucket, "versioning").some((block) => block.at("enabled").boolean() === true) ||
    bucket.props.at("objectLockEnabled").boolean() === true
  );
}
