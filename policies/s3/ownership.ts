import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { bucketAclTypes, bucketTypes, reads } from "../shared/tokens";

const ownershipType = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";

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
  reads: { ...reads(bucketTypes, "acl"), ...reads([ownershipType], "rule.objectOwnership") },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...bucketTypes), (bucket) => {
      for (const acl of stack.linked(bucketAclTypes, "bucket", bucket)) {
        report.violation({
          on: acl,
          at: "acl",
          what: "The bucket has an access control list",
          fix: "Remove the `BucketAcl`.",
        });
      }
      const inline = bucket.props.at("acl");
      if (inline.isKnown && inline.raw !== "" && inline.raw !== "private") {
        report.violation({ at: inline, what: "The bucket has an access control list", fix: "Remove `acl`." });
      }
      const separate = stack.linked([ownershipType], "bucket", bucket);
      if (separate.length === 0) report.violation({ at: "", what, fix });
      for (const { props } of separate) {
        const ownership = props.at("rule", "objectOwnership");
        if (ownership.string() !== "BucketOwnerEnforced") report.violation({ at: ownership, what, fix });
      }
    });
  },
};
