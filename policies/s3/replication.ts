import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { Node } from "../shared/node";
import { bucketTypes, reads } from "../shared/tokens";
import { inlineBlocks } from "./inline";

const replicationType = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";

const what = "The bucket has no copy elsewhere";
const fix = "Create an `aws.s3.BucketReplicationConfig` with an enabled rule.";

export const s3Replication: Control = {
  id: "s3-replication",
  title: "Buckets have a copy elsewhere",
  description: "S3 buckets should be replicated.",
  severity: "low",
  levels: { dev: "disabled", prod: "disabled" },
  references: elsewhere({ securityHub: "S3.7", checkov: "CKV_AWS_144", cdkNag: "S3BucketReplicationEnabled" }),
  remediationSteps:
    "Create an `aws.s3.BucketReplicationConfig` for the bucket. Off by default: switch it on for a framework that asks for it.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html",
  reads: {
    "aws:s3/bucket:Bucket": ["replicationConfiguration.rules.status"],
    "aws:s3/bucketV2:BucketV2": ["replicationConfigurations.rules.status"],
    ...reads([replicationType], "rules.status"),
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...bucketTypes), (bucket) => {
      const separate = stack.linked([replicationType], "bucket", bucket);
      const inline = separate.length > 0 ? [] : inlineBlocks(bucket, "replicationConfiguration");
      if (separate.length === 0 && !inline.some(isOn)) report.violation({ at: "", what, fix });
      report.eachResource(separate, ({ props }) => {
        if (!isOn(props)) report.violation({ at: "rules", what, fix });
      });
    });
  },
};

function isOn(configuration: Node): boolean {
  const rules = configuration.at("rules").items();
  return rules.some((rule) => rule.at("status").string() === "Enabled");
}
