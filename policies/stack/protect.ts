import type { Control } from "../shared/control";
import { bucketTypes, reads } from "../shared/tokens";

export const pulumiProtect: Control = {
  id: "pulumi-protect",
  title: "Resources that keep data are protected",
  description: "Repositories, buckets and keys of protected environments must have the resource option `protect`.",
  severity: "high",
  levels: { dev: "disabled", prod: "mandatory" },
  references: [],
  remediationSteps: "Give the resource, or the component around it, the resource option `protect: true`.",
  url: "https://www.pulumi.com/docs/iac/concepts/options/protect/",
  reads: {
    "aws:ecr/repository:Repository": [],
    "aws:kms/key:Key": [],
    "aws:kms/externalKey:ExternalKey": [],
    "aws:s3/directoryBucket:DirectoryBucket": [],
    ...reads(bucketTypes),
  },
  check({ opts }, report) {
    if (!opts.protect) {
      report.violation({
        at: "",
        what: "The resource keeps data and a mistaken `pulumi destroy` would delete it",
        fix: "Set the resource option `protect` to `true`.",
      });
    }
  },
};
