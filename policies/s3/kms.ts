import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { bucketEncryptionTypes, bucketTypes, reads } from "../shared/tokens";
import { encryptionFix, inlineRules, judgeRule } from "./encryption";
import { takesNoCustomerKey } from "./logTargets";

export const s3Kms: Control = {
  id: "s3-kms",
  title: "Buckets encrypted with a customer managed key",
  description: "S3 buckets must be encrypted with a customer managed KMS key, with a bucket key.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "S3.17",
    controlTower: "CT.S3.PR.10",
    checkov: "CKV_AWS_19 CKV_AWS_145",
    cdkNag: "S3DefaultEncryptionKMS",
    trivy: "AWS-0132",
  }),
  remediationSteps:
    "Create an `aws.s3.BucketServerSideEncryptionConfiguration` for the bucket: `sseAlgorithm` aws:kms, `kmsMasterKeyId` your own key, `bucketKeyEnabled` true. A bucket that receives access logs must use AES256.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
  reads: {
    "aws:s3/bucket:Bucket": [
      "serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.sseAlgorithm",
      "serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.kmsMasterKeyId",
      "serverSideEncryptionConfiguration.rule.bucketKeyEnabled",
    ],
    "aws:s3/bucketV2:BucketV2": ["serverSideEncryptionConfigurations.rules.bucketKeyEnabled"],
    ...reads(
      bucketEncryptionTypes,
      "rules.applyServerSideEncryptionByDefault.sseAlgorithm",
      "rules.applyServerSideEncryptionByDefault.kmsMasterKeyId",
      "rules.bucketKeyEnabled",
    ),
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...bucketTypes), (bucket) => {
      if (takesNoCustomerKey(stack, bucket)) return;
      const separate = stack.linked(bucketEncryptionTypes, "bucket", bucket);
      const inline = separate.length > 0 ? [] : inlineRules(bucket);
      if (separate.length === 0 && inline.length === 0) {
        report.violation({ at: "", what: "The bucket is encrypted with keys that S3 manages", fix: encryptionFix });
      }
      report.each(inline, (rule) => judgeRule(rule, report));
      report.eachResource(separate, ({ props }) => {
        report.each(props.at("rules").items(), (rule) => judgeRule(rule, report));
      });
    });
    // Of a bucket of another stack nobody sees here whether it receives access logs, which allow no key of one's own.
    const orphans = stack.ofType(...bucketEncryptionTypes).filter((one) => !stack.target(one, "bucket", bucketTypes));
    report.eachResource(orphans, ({ props }) => {
      const rules = props.at("rules").items();
      const byKms = rules.filter(
        (rule) => rule.at("applyServerSideEncryptionByDefault", "sseAlgorithm").raw !== "AES256",
      );
      report.each(byKms, (rule) => judgeRule(rule, report));
    });
  },
};
