import { judgeAudience } from "../documents/audience";
import { eachStatement, readResourceDocument } from "../documents/resourceDocument";
import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { bucketTypes, reads } from "../shared/tokens";
import { accessPointReads, isInNetwork, policyOf } from "./accessPoints";
import { needsNoSource } from "./deliveries";
import { isForOtherAccounts } from "./otherAccounts";
import { judgeReach } from "./reach";

const policyType = "aws:s3/bucketPolicy:BucketPolicy";

export const s3PolicyScope: Control = {
  id: "s3-policy-scope",
  title: "Bucket policies let in only whom they know, for what they need",
  description:
    "Policies of buckets and access points must not let in the public, let foreign accounts do more than read and deliver objects, or allow every action.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ securityHub: "S3.6", checkov: "CKV_AWS_70" }),
  remediationSteps: "Name the principals and the actions that they need.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  reads: { [policyType]: ["policy"], ...reads(bucketTypes, "policy"), ...accessPointReads },
  check(resource, report, { settings }) {
    const policy = policyOf(resource);
    judgeAudience(policy, report, settings, {
      subject: "the bucket",
      isInNetwork: isInNetwork(resource),
      needsNoSource,
      welcomes: isForOtherAccounts,
    });
    const document = readResourceDocument(policy, report, { tellsFaults: false });
    if (!document) return;
    eachStatement(document, report, (statement) => {
      if (statement.allows) judgeReach(statement, settings, report);
    });
  },
};
