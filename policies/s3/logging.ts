import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { bucketLoggingTypes, bucketTypes, reads } from "../shared/tokens";
import { receivesAccessLogs } from "./logTargets";
import { inlineBlocks } from "./inline";

const what = "Nothing records who reads and writes the bucket";
const fix = "Create an `aws.s3.BucketLogging` with a log bucket as `targetBucket`.";

export const s3Logging: Control = {
  id: "s3-logging",
  title: "Buckets write access logs",
  description: "S3 buckets should write access logs, unless they receive them.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: elsewhere({
    securityHub: "S3.9",
    controlTower: "CT.S3.PR.2",
    checkov: "CKV_AWS_18",
    cdkNag: "S1",
    trivy: "AWS-0089",
  }),
  remediationSteps: "Create an `aws.s3.BucketLogging` for the bucket, with another bucket as target.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html",
  reads: {
    "aws:s3/bucket:Bucket": ["logging.targetBucket"],
    "aws:s3/bucketV2:BucketV2": ["loggings.targetBucket"],
    ...reads(bucketLoggingTypes, "targetBucket"),
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...bucketTypes), (bucket) => {
      const separate = stack.linked(bucketLoggingTypes, "bucket", bucket);
      for (const logging of separate.filter((one) => stack.refersTo(one, "targetBucket", bucket))) {
        report.violation({
          on: logging,
          at: "targetBucket",
          what: "The bucket logs into itself, and logs that again",
          fix,
        });
      }
      if (receivesAccessLogs(stack, bucket)) return;
      if (separate.length === 0 && inlineBlocks(bucket, "logging").length === 0) {
        report.violation({ at: "", what, fix });
      }
    });
  },
};
