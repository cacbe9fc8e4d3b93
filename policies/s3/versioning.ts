import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
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
    "aws:s3/bucket:Bucket": ["versioning.enabled"],
    "aws:s3/bucketV2:BucketV2": ["versionings.enabled"],
    ...reads(bucketVersioningTypes, "versioningConfiguration.status"),
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...bucketTypes), (bucket) => {
      const separate = stack.linked(bucketVersioningTypes, "bucket", bucket);
      const inline = inlineBlocks(bucket, "versioning").some((block) => block.at("enabled").boolean() === true);
      if (separate.length === 0 && !inline) report.violation({ at: "", what, fix });
      for (const { props } of separate) {
        const status = props.at("versioningConfiguration", "status");
        if (status.string() !== "Enabled") report.violation({ at: status, what, fix });
      }
    });
  },
};
