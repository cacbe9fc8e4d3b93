import type { Control } from "../shared/control";
import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import { bucketEncryptionTypes, bucketTypes, reads } from "../shared/tokens";
import { receivesAccessLogs } from "./logTargets";

const fix = "Encrypt it with `sseAlgorithm` `aws:kms`, `kmsMasterKeyId` your own key and `bucketKeyEnabled` `true`.";

function judgeRule(rule: Node, report: Reporter): void {
  const algorithm = rule.at("applyServerSideEncryptionByDefault", "sseAlgorithm");
  if (!["aws:kms", "aws:kms:dsse"].includes(algorithm.string() ?? "")) {
    report.violation({ at: algorithm, what: "The bucket is encrypted with keys that S3 manages", fix });
    return;
  }
  const key = rule.at("applyServerSideEncryptionByDefault", "kmsMasterKeyId");
  // A key that is not known yet is made in this stack.
  if (!key.isUnknown && (key.isAbsent || /(^|:)alias\/aws\/s3$/.test(key.string() ?? ""))) {
    report.violation({ at: key, what: "The bucket is encrypted with the AWS managed key", fix });
  }
  // Dual-layer encryption has no bucket keys.
  if (algorithm.raw === "aws:kms" && rule.at("bucketKeyEnabled").boolean() !== true) {
    report.violation({ at: rule.at("bucketKeyEnabled"), what: "Each object asks KMS on its own", fix });
  }
}

export const s3Kms: Control = {
  id: "s3-kms",
  title: "Buckets encrypted with a customer managed key",
  description: "S3 buckets must be encrypted with a customer managed KMS key, with a bucket key.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [
    "checkov CKV_AWS_145",
    "checkov CKV_AWS_19",
    "trivy AWS-0088",
    "trivy AWS-0132",
    "cdk-nag S3DefaultEncryptionKMS",
  ],
  remediationSteps:
    "Create an `aws.s3.BucketServerSideEncryptionConfiguration` for the bucket: `sseAlgorithm` aws:kms, `kmsMasterKeyId` your own key, `bucketKeyEnabled` true. A bucket that receives access logs must use AES256.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
  reads: {
    ...reads(bucketTypes),
    ...reads(
      bucketEncryptionTypes,
      "rules.applyServerSideEncryptionByDefault.sseAlgorithm",
      "rules.applyServerSideEncryptionByDefault.kmsMasterKeyId",
      "rules.bucketKeyEnabled",
    ),
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...bucketTypes), (bucket) => {
      if (receivesAccessLogs(stack, bucket)) return;
      const own = bucket.props.at("serverSideEncryptionConfiguration");
      const separate = stack.linked(bucketEncryptionTypes, "bucket", bucket);
      const inline = own.isKnown ? [own.at("rule")] : [];
      const rules = separate.length > 0 ? separate.flatMap((resource) => resource.props.at("rules").items()) : inline;
      if (rules.length === 0) {
        report.violation({ at: "", what: "The bucket is encrypted with keys that S3 manages", fix });
      }
      report.each(rules, (rule) => judgeRule(rule, report));
    });
  },
};
