import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { bucketAclTypes, bucketTypes, reads } from "../shared/tokens";

const ownershipType = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";

/**
 * Standard logs of CloudFront are delivered by access control lists.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
 */
const distributionType = "aws:cloudfront/distribution:Distribution";

const what = "Access control lists may decide about the objects";
const fix = "Set `rule.objectOwnership` to `BucketOwnerEnforced` in an `aws.s3.BucketOwnershipControls`.";

export const s3Ownership: Control = {
  id: "s3-ownership",
  title: "Buckets own their objects",
  description: "S3 buckets must own their objects and use no access control lists.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "S3.12",
    controlTower: "CT.S3.PR.5",
    checkov: "CKV_AWS_20 CKV_AWS_57 CKV_AWS_375 CKV2_AWS_43 CKV2_AWS_65",
    trivy: "AWS-0092",
  }),
  remediationSteps:
    "Create an `aws.s3.BucketOwnershipControls` with `objectOwnership` BucketOwnerEnforced, and remove every `BucketAcl`.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
  reads: { ...reads(bucketTypes, "acl", "grants.uri"), ...reads([ownershipType], "rule.objectOwnership") },
  checkStack(stack, report) {
    const needed = new Set(
      stack.ofType(distributionType).flatMap((one) => one.propertyDependencies["loggingConfig"] ?? []),
    );
    const judged = (types: readonly string[]) =>
      stack.ofType(...types).filter((one) => !needed.has(stack.target(one, "bucket", bucketTypes) ?? one));
    report.eachResource(judged(bucketAclTypes), () => {
      report.violation({ at: "acl", what: "The bucket has an access control list", fix: "Remove the `BucketAcl`." });
    });
    // Without controls AWS enforces the owner of buckets, since April 2023.
    report.eachResource(judged([ownershipType]), ({ props }) => {
      const ownership = props.at("rule", "objectOwnership");
      if (ownership.string() !== "BucketOwnerEnforced") report.violation({ at: ownership, what, fix });
    });
    report.eachResource(judged(bucketTypes), ({ props }) => {
      const inline = props.at("acl");
      if (!["", "private"].includes(inline.string() ?? "")) {
        report.violation({ at: inline, what: "The bucket has an access control list", fix: "Remove `acl`." });
      }
      // Every bucket grants its owner everything. Groups are everybody, or those who write logs.
      report.each(props.at("grants").items(), (grant) => {
        if (grant.at("uri").isAbsent) return;
        report.violation({ at: grant, what: "The bucket has an access control list", fix: "Remove `grants`." });
      });
    });
  },
};
