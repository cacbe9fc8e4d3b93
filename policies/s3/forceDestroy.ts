import type { Control } from "../shared/control";
import { bucketTypes, reads } from "../shared/tokens";

export const s3ForceDestroy: Control = {
  id: "s3-force-destroy",
  title: "Buckets are not emptied by mistake",
  description: "Buckets of protected environments must not be deleted with their objects.",
  severity: "high",
  levels: { dev: "disabled", prod: "mandatory" },
  references: [],
  remediationSteps: "Remove `forceDestroy`, or set it to false.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html",
  reads: reads([...bucketTypes, "aws:s3/directoryBucket:DirectoryBucket"], "forceDestroy"),
  check({ props }, report) {
    const force = props.at("forceDestroy");
    if (force.boolean() === true) {
      report.violation({
        at: force,
        what: "Deleting the bucket deletes all its objects",
        fix: "Set `forceDestroy` to `false`.",
      });
    }
  },
};
