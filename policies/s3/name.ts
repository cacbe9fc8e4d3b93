import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { bucketTypes, reads } from "../shared/tokens";
import { inlineBlocks } from "./inline";

const websiteTypes = [
  "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
  "aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2",
];

export const s3Name: Control = {
  id: "s3-name",
  title: "Bucket names work with TLS",
  description: "Bucket names should have no dots: TLS certificates do not cover them.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: elsewhere({ trivy: "AWS-0320" }),
  remediationSteps: "Choose a `bucket` name without dots.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
  reads: { ...reads(bucketTypes, "bucket", "bucketPrefix"), ...reads(websiteTypes, "bucket") },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...bucketTypes), (bucket) => {
      const names = [bucket.props.at("bucket"), bucket.props.at("bucketPrefix")];
      const dotted = names.find((name) => name.isKnown && String(name.raw).includes("."));
      // A website has the name of its domain, and answers over plain HTTP anyway.
      if (!dotted || servesWebsite(stack, bucket)) return;
      report.violation({
        at: dotted,
        what: "The name has dots, which virtual-hosted addresses over TLS do not allow",
        fix: `Use hyphens in \`${dotted.path}\`.`,
      });
    });
  },
};

function servesWebsite(stack: StackIndex, bucket: StackResource): boolean {
  return inlineBlocks(bucket, "website").length > 0 || stack.linked(websiteTypes, "bucket", bucket).length > 0;
}
