import { covers } from "../documents/glob";
import { anyonePrincipal } from "../documents/principals";
import { eachStatement, knownActions, readResourceDocument } from "../documents/resourceDocument";
import type { Control } from "../shared/control";
import { bucketTypes, reads } from "../shared/tokens";

const policyType = "aws:s3/bucketPolicy:BucketPolicy";

export const s3Lockout: Control = {
  id: "s3-lockout",
  title: "Bucket policies do not shut everyone out",
  description: "Bucket policies must not deny everybody the right to change the policy again.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: ["checkov CKV_AWS_93"],
  remediationSteps:
    "Give the denial a condition, or name the actions that it is about. Only the account's root user could undo it otherwise.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html",
  reads: { [policyType]: ["policy"], ...reads(bucketTypes, "policy") },
  check({ props }, report) {
    const policy = props.at("policy");
    const document = readResourceDocument(policy, report, { tellsFaults: false });
    if (!document) return;
    eachStatement(document, report, (statement) => {
      if (!statement.denies || statement.has("Condition")) return;
      // NotPrincipal leaves somebody who can.
      const everybody = anyonePrincipal(statement);
      const actions = knownActions(statement);
      const changesPolicy =
        actions.some((action) => covers(action, "s3:putbucketpolicy")) || statement.has("NotAction");
      if (!everybody || !changesPolicy) return;
      if (!statement.resources.some((leaf) => leaf.isKnown && !String(leaf.raw).includes("/"))) {
        statement.resources.forEach((leaf) => leaf.value());
        return;
      }
      report.violation({
        at: everybody,
        what: `${statement.label} denies everybody the right to change the policy again`,
        fix: "Add a condition, or deny only the actions that are meant.",
      });
    });
  },
};
