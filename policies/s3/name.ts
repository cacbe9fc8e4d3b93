import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { bucketTypes, reads } from "../shared/tokens";

export const s3Name: Control = {
  id: "s3-name",
  title: "Bucket names work with TLS",
  description: "Bucket names should have no dots: TLS certificates do not cover them.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: elsewhere({ trivy: "AWS-0320" }),
  remediationSteps: "Choose a `bucket` name without dots.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
  reads: reads(bucketTypes, "bucket"),
  check({ props }, report) {
    const bucket = props.at("bucket");
    if (!bucket.isUnknown && (bucket.string() ?? "").includes(".")) {
      report.violation({
        at: bucket,
        what: "The name has dots, which virtual-hosted addresses over TLS do not allow",
        fix: "Use hyphens in `bucket`.",
      });
    }
  },
};
