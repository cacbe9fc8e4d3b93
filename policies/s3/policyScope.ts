import { foreignAccounts } from "../documents/accounts";
import { judgeAudience } from "../documents/audience";
import { covers, intersects } from "../documents/glob";
import { eachStatement, knownActions, readResourceDocument } from "../documents/resourceDocument";
import type { Statement } from "../documents/statement";
import type { Control } from "../shared/control";
import { bucketTypes, reads } from "../shared/tokens";
import { deliversLogs, deliversOwnLogs } from "./deliveries";

const policyType = "aws:s3/bucketPolicy:BucketPolicy";
/** What Security Hub S3.6 keeps from other accounts, trusted ones included: with these they take the bucket over. */
const ownersActions = [
  "s3:DeleteBucketPolicy",
  "s3:PutBucketAcl",
  "s3:PutBucketPolicy",
  "s3:PutEncryptionConfiguration",
  "s3:PutObjectAcl",
];

export const s3PolicyScope: Control = {
  id: "s3-policy-scope",
  title: "Bucket policies let in only whom they know, for what they need",
  description: "Bucket policies must not let in the public or foreign accounts, nor allow every action.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: ["Security Hub S3.6", "checkov CKV_AWS_70", "checkov CKV2_AWS_43"],
  remediationSteps: "Name the principals and the actions that they need.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  reads: { [policyType]: ["policy"], ...reads(bucketTypes, "policy") },
  check({ type, props }, report, { settings }) {
    const policy = props.at("policy");
    // The policy of a bucket is also an output, unknown while the program gives none.
    if (type !== policyType && policy.isUnknown) return;
    judgeAudience(policy, report, settings, {
      subject: "the bucket",
      needsNoSource: deliversOwnLogs,
      welcomes: (account, statement) => deliversLogs(account, statement) || onlyReads(statement),
    });
    const document = readResourceDocument(policy, report, { tellsFaults: false });
    if (!document) return;
    eachStatement(document, report, (statement) => {
      if (!statement.allows) return;
      if (statement.has("NotAction") || knownActions(statement).some((action) => covers(action, "s3:*"))) {
        report.violation({
          at: statement.node.at(statement.has("NotAction") ? "NotAction" : "Action"),
          what: `${statement.label} allows every action on the bucket`,
          fix: "List the actions that the principal needs, such as `s3:GetObject`.",
        });
      }
      const trusted = { ...settings, trustedAccounts: [] };
      const taken = ownersActions.filter((owned) =>
        knownActions(statement).some((action) => intersects(action, owned.toLowerCase())),
      );
      if (taken.length === 0 || foreignAccounts(statement, trusted).length === 0) return;
      report.violation({
        at: statement.node.at("Action"),
        what: `${statement.label} lets another account do ${taken.join(", ")}`,
        fix: `Leave ${taken.join(", ")} to the bucket's own account.`,
      });
    });
  },
};

/** Security Hub S3.6 leaves it to the owner which other accounts may read; what changes objects needs a trusted one. */
function onlyReads(statement: Statement): boolean {
  return !statement.has("NotAction") && statement.actions.every(({ raw }) => /^s3:(get|list)/i.test(String(raw)));
}
