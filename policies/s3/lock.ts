import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { StackResource } from "../shared/resource";
import { bucketObjectLockTypes, bucketTypes, reads } from "../shared/tokens";
import { inlineBlocks } from "./inline";

const what = "Objects can be deleted before their time";
const fix = "Create an `aws.s3.BucketObjectLockConfiguration` with `rule.defaultRetention`.";

export const s3Lock: Control = {
  id: "s3-lock",
  title: "Buckets lock objects",
  description: "S3 buckets should lock their objects against deletion.",
  severity: "low",
  levels: { dev: "disabled", prod: "disabled" },
  references: elsewhere({
    securityHub: "S3.15",
    controlTower: "CT.S3.PR.9",
    checkov: "CKV_AWS_143",
    cdkNag: "S3BucketDefaultLockEnabled",
  }),
  remediationSteps:
    "Create an `aws.s3.BucketObjectLockConfiguration` with a default retention. Off by default: switch it on for a framework that asks for it.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html",
  reads: {
    ...reads(bucketTypes, "objectLockEnabled"),
    ...reads(bucketObjectLockTypes, "rule.defaultRetention.mode"),
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...bucketTypes), (bucket) => {
      const separate = stack.linked(bucketObjectLockTypes, "bucket", bucket);
      if (separate.length === 0 && !locksItself(bucket)) report.violation({ at: "", what, fix });
      report.eachResource(separate, ({ props }) => {
        const mode = props.at("rule", "defaultRetention", "mode");
        if (mode.string() === undefined) report.violation({ at: mode, what, fix });
      });
    });
  },
};

/** By its own inputs: frameworks ask that locking be enabled, and each writer may then say for how long. */
function locksItself(bucket: StackResource): boolean {
  return (
    bucket.props.at("objectLockEnabled").boolean() === true ||
    inlineBlocks(bucket, "objectLockConfiguration").some(
      (block) => block.at("objectLockEnabled").string() === "Enabled",
    )
  );
}
