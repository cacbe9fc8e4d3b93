import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { bucketTypes, reads } from "../shared/tokens";

const blockType = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const accountType = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
const flags = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"] as const;

export const s3Bpa: Control = {
  id: "s3-bpa",
  title: "Buckets block public access",
  description: "S3 buckets must block public access with all four settings.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "S3.2 S3.3 S3.8",
    controlTower: "CT.S3.PR.1",
    checkov: "CKV_AWS_53 CKV_AWS_54 CKV_AWS_55 CKV_AWS_56 CKV2_AWS_6",
    cdkNag: "S2 S3BucketPublicReadProhibited S3BucketPublicWriteProhibited",
    trivy: "AWS-0086 AWS-0087 AWS-0091 AWS-0093 AWS-0094",
    cis: "2.1.4",
  }),
  remediationSteps:
    "Create an `aws.s3.BucketPublicAccessBlock` for the bucket with `blockPublicAcls`, `blockPublicPolicy`, `ignorePublicAcls` and `restrictPublicBuckets` true.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  reads: { ...reads(bucketTypes), [blockType]: flags, [accountType]: flags },
  check({ type, props }, report) {
    if (type !== blockType && type !== accountType) return;
    const given = flags.map((flag) => props.at(flag));
    report.each(given, (flag) => {
      if (flag.boolean() === true) return;
      const what = "Public access is not blocked in full";
      report.violation({ at: flag, what, fix: `Set \`${flag.path}\` to \`true\`.` });
    });
  },
  checkStack(stack, report) {
    // AWS goes by the stricter of the account's settings and the bucket's.
    const isShut = stack.ofType(accountType).some(({ props }) => flags.every((flag) => props.at(flag).raw === true));
    if (isShut) return;
    report.eachResource(stack.ofType(...bucketTypes), (bucket) => {
      if (stack.linked([blockType], "bucket", bucket).length > 0) return;
      report.violation({
        at: "",
        what: "Nothing in this stack blocks public access to the bucket",
        fix: "Create an `aws.s3.BucketPublicAccessBlock` for it with all four settings `true`.",
      });
    });
  },
  remediate({ type }) {
    const shuts = type === blockType || type === accountType;
    return shuts ? Object.fromEntries(flags.map((flag) => [flag, true])) : undefined;
  },
};
