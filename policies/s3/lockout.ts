import { knownActions } from "../documents/actions";
import { covers } from "../documents/glob";
import { anyonePrincipal } from "../documents/principals";
import { eachStatement, readResourceDocument } from "../documents/resourceDocument";
import type { Statement } from "../documents/statement";
import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { Node } from "../shared/node";
import { bucketTypes, reads } from "../shared/tokens";

const policyType = "aws:s3/bucketPolicy:BucketPolicy";

export const s3Lockout: Control = {
  id: "s3-lockout",
  title: "Bucket policies do not shut everyone out",
  description: "Bucket policies must not deny everybody the right to change the policy again.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV_AWS_93" }),
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
      if (!everybody || !isAboutPolicy(statement) || !isAboutBucket(statement)) return;
      report.violation({
        at: everybody,
        what: `${statement.label} denies everybody the right to change the policy again`,
        fix: "Add a condition, or deny only the actions that are meant.",
      });
    });
  },
};

const changesPolicy = "s3:putbucketpolicy";

function isAboutPolicy(statement: Statement): boolean {
  if (!statement.has("NotAction")) return knownActions(statement).some((action) => covers(action, changesPolicy));
  return !statement.notActions.some((leaf) => covers(String(leaf.value()).toLowerCase(), changesPolicy));
}

/** Whether it is about the bucket itself and not about its objects alone. Throws `Undecided` when that is unknown. */
function isAboutBucket({ resources, notResources }: Statement): boolean {
  const namesBucket = (leaf: Node) => leaf.isKnown && !String(leaf.raw).includes("/");
  if (notResources.length > 0) return !notResources.some((leaf) => leaf.isUnknown || namesBucket(leaf));
  if (resources.some(namesBucket)) return true;
  resources.forEach((leaf) => leaf.value());
  return false;
}
