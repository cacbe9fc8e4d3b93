import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { StackResource } from "../shared/resource";
import { bucketLifecycleTypes, bucketTypes, reads } from "../shared/tokens";
import { inlineBlocks } from "./inline";

const what = "Old versions and incomplete uploads are kept and paid for ever";
const fix =
  "Create an `aws.s3.BucketLifecycleConfiguration` with both `noncurrentVersionExpiration` and `abortIncompleteMultipartUpload`.";

export const s3Lifecycle: Control = {
  id: "s3-lifecycle",
  title: "Buckets clean up",
  description: "S3 buckets should expire old versions and give up incomplete uploads.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: elsewhere({
    securityHub: "S3.10 S3.13",
    controlTower: "CT.S3.PR.3 CT.S3.PR.6",
    checkov: "CKV_AWS_300 CKV2_AWS_61",
  }),
  remediationSteps:
    "Create an `aws.s3.BucketLifecycleConfiguration` with `noncurrentVersionExpiration` and `abortIncompleteMultipartUpload`.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html",
  reads: {
    ...reads(bucketTypes, "lifecycleRules.enabled", "lifecycleRules.abortIncompleteMultipartUploadDays"),
    ...reads(
      bucketLifecycleTypes,
      "rules.status",
      "rules.noncurrentVersionExpiration",
      "rules.abortIncompleteMultipartUpload",
    ),
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...bucketTypes), (bucket) => {
      const separate = stack.linked(bucketLifecycleTypes, "bucket", bucket);
      if (separate.length === 0 && !cleansItself(bucket)) report.violation({ at: "", what, fix });
      report.eachResource(separate, ({ props }) => {
        const rules = props.at("rules").items();
        const enabled = rules.filter((rule) => rule.at("status").string() === "Enabled");
        for (const part of ["noncurrentVersionExpiration", "abortIncompleteMultipartUpload"]) {
          if (enabled.every((rule) => rule.at(part).isAbsent))
            report.violation({ at: "rules", what, fix, detail: part });
        }
      });
    });
  },
};

/** Whether the rules that stand on the bucket itself do both. */
function cleansItself(bucket: StackResource): boolean {
  const rules = inlineBlocks(bucket, "lifecycleRule").filter((rule) => rule.at("enabled").boolean() === true);
  const some = (...names: string[]) => rules.some((rule) => names.some((name) => !rule.at(name).isAbsent));
  return (
    some("abortIncompleteMultipartUploadDays") && some("noncurrentVersionExpiration", "noncurrentVersionExpirations")
  );
}
