import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { bucketLifecycleTypes, bucketTypes, bucketVersioningTypes, reads } from "../shared/tokens";
import { inlineBlocks } from "./inline";

const what = "One credential is enough to delete versions for good";

export const s3Mfa: Control = {
  id: "s3-mfa",
  title: "Deleting a version asks for a second factor",
  description: "Versioned S3 buckets should ask for a second factor before a version is deleted.",
  severity: "low",
  levels: { dev: "disabled", prod: "disabled" },
  references: elsewhere({ securityHub: "S3.20", trivy: "AWS-0170", cis: "2.1.2" }),
  remediationSteps:
    "Set `versioningConfiguration.mfaDelete` to Enabled as the account's root user. Off by default: switch it on for a framework that asks for it.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html",
  reads: {
    ...reads(bucketVersioningTypes, "versioningConfiguration.mfaDelete"),
    "aws:s3/bucket:Bucket": ["versioning.mfaDelete"],
    "aws:s3/bucketV2:BucketV2": ["versionings.mfaDelete"],
    ...reads(bucketLifecycleTypes, "bucket"),
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...bucketVersioningTypes), (versioning) => {
      const bucket = stack.target(versioning, "bucket", bucketTypes);
      const mfa = versioning.props.at("versioningConfiguration", "mfaDelete");
      if (mfa.string() === "Enabled" || (bucket && hasLifecycle(stack, bucket))) return;
      report.violation({ at: mfa, what, fix: "Set `versioningConfiguration.mfaDelete` to `Enabled`." });
    });
    report.eachResource(stack.ofType(...bucketTypes), (bucket) => {
      for (const block of inlineBlocks(bucket, "versioning")) {
        const mfa = block.at("mfaDelete");
        if (mfa.boolean() === true || hasLifecycle(stack, bucket)) continue;
        report.violation({ at: mfa, what, fix: "Switch on the second factor for the bucket." });
      }
    });
  },
};

/** AWS refuses the second factor for a bucket with a lifecycle, and Security Hub S3.20 asks none of it. */
function hasLifecycle(stack: StackIndex, bucket: StackResource): boolean {
  const inline = inlineBlocks(bucket, "lifecycleRule");
  return inline.length > 0 || stack.linked(bucketLifecycleTypes, "bucket", bucket).length > 0;
}
