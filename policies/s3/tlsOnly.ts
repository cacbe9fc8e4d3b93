import { readResourceDocument } from "../documents/resourceDocument";
import { deniesWithoutTls, tlsDenials } from "../documents/transport";
import type { PolicyDocument } from "../documents/document";
import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { Node } from "../shared/node";
import { bucketTypes, reads } from "../shared/tokens";

const policyType = "aws:s3/bucketPolicy:BucketPolicy";
const what = "The bucket answers over plain HTTP";
const fix = "Deny `s3:*` to everybody on the bucket **and** on its objects while `aws:SecureTransport` is false.";

export const s3TlsOnly: Control = {
  id: "s3-tls-only",
  title: "Buckets answer over TLS only",
  description: "Bucket policies must deny every request that does not come over TLS, to the bucket and to its objects.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "S3.5",
    controlTower: "CT.S3.PR.8",
    checkov: "CKV_AWS_379",
    cdkNag: "S10",
    cis: "2.1.1",
  }),
  remediationSteps:
    "Add a statement to the bucket's policy: Effect Deny, Principal *, Action s3:*, Resource the bucket's ARN and that ARN with /*, condition Bool aws:SecureTransport false.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html#transit",
  reads: { [policyType]: ["policy", "bucket"], ...reads(bucketTypes, "policy", "bucket") },
  check({ type, props }, report) {
    if (type !== policyType) return;
    const document = readResourceDocument(props.at("policy"), report, { tellsFaults: false });
    if (document && !isClosed(document, props.at("bucket"))) report.violation({ at: "policy", what, fix });
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...bucketTypes), (bucket) => {
      if (stack.linked([policyType], "bucket", bucket).length > 0) return;
      const policy = bucket.props.at("policy");
      const document = readResourceDocument(policy, report, { tellsFaults: false });
      if (!document || !isClosed(document, bucket.props.at("bucket"))) report.violation({ at: "policy", what, fix });
    });
  },
};

function isClosed(document: PolicyDocument, bucket: Node): boolean {
  if (bucket.isKnown) {
    return ["aws", "aws-cn", "aws-us-gov"].some((partition) => {
      const arn = `arn:${partition}:s3:::${String(bucket.raw)}`;
      return deniesWithoutTls(document, "s3:*", [arn, `${arn}/*`]).length === 0;
    });
  }
  // The name is made later: then the denial must name some bucket and the objects of the same one.
  const denied = tlsDenials(document, "s3:*").flatMap((denial) => denial.resources.map((leaf) => String(leaf.value())));
  return denied.some((resource) => /^[^/]*\*$/.test(resource) || denied.includes(`${resource}/*`));
}
