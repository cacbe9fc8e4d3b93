import { judgeAudience } from "../documents/audience";
import { eachStatement, readResourceDocument } from "../documents/resourceDocument";
import type { Control } from "../shared/control";
import { bucketTypes, reads } from "../shared/tokens";
import { deliversLogs, deliversOwnLogs } from "./deliveries";
import { judgeReach, onlyReads } from "./reach";

const policyType = "aws:s3/bucketPolicy:BucketPolicy";
export const s3PolicyScope: Control = {
  id: "s3-policy-scope",
  title: "Bucket policies let in only whom they know, for what they need",
  description:
    "Bucket policies must not let in the public, let foreign accounts change anything, or allow every action.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: ["Security Hub S3.6", "checkov CKV_AWS_70", "checkov CKV2_AWS_43"],
  remediationSteps: "Name the principals and the actions that they need.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  reads: { [policyType]: ["policy"], ...reads(bucketTypes, "policy") },
  check({ props }, report, { settings }) {
    const policy = props.at("policy");
    judgeAudience(policy, report, settings, {
      subject: "the bucket",
      needsNoSource: deliversOwnLogs,
      welcomes: (account, statement) => deliversLogs(account, statement) || onlyReads(statement),
    });
    const document = readResourceDocument(policy, report, { tellsFaults: false });
    if (!document) return;
    eachStatement(document, report, (statement) => {
      if (statement.allows) judgeReach(statement, settings, report);
    });
  },
};
