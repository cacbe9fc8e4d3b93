import { isEveryAction, knownActions } from "../documents/actions";
import { intersects } from "../documents/glob";
import { narrowingConditions } from "../documents/sources";
import type { Statement } from "../documents/statement";
import { outsidersOf } from "../documents/strangers";
import type { Reporter } from "../shared/control";
import type { Settings } from "../shared/settings";

/** What Security Hub S3.6 keeps from other accounts, trusted ones included: with these they take the bucket over. */
const ownersActions = [
  "s3:DeleteBucketPolicy",
  "s3:PutBucketAcl",
  "s3:PutBucketPolicy",
  "s3:PutEncryptionConfiguration",
  "s3:PutObjectAcl",
];

/**
 * AWS lets a bucket leave every decision to the policies of its access points.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html#access-points-delegating-control
 */
const accessPointKeys = ["s3:dataaccesspointaccount", "s3:dataaccesspointarn"];

/** What an Allow statement on a bucket may not say, whoever it is for. */
export function judgeReach(statement: Statement, settings: Settings, report: Reporter): void {
  if (statement.has("NotResource")) {
    report.violation({
      at: statement.node.at("NotResource"),
      what: `${statement.label} allows its actions on all resources but those it names`,
      fix: "Name the bucket or its objects in `Resource`.",
    });
  }
  const actions = knownActions(statement);
  const isOpen = actions.some((action) => isEveryAction(action, "s3")) && !delegates(statement);
  if (isOpen || statement.has("NotAction")) {
    report.violation({
      at: statement.node.at(statement.has("NotAction") ? "NotAction" : "Action"),
      what: `${statement.label} allows every action on the bucket`,
      fix: "List the actions that the principal needs, such as `s3:GetObject`.",
    });
  }
  // One that is not known yet may be every action. What is known was judged before.
  statement.actions.forEach((leaf) => leaf.value());
  const taken = ownersActions.filter((owned) => actions.some((action) => intersects(action, owned.toLowerCase())));
  if (taken.length === 0 || outsidersOf(statement, settings).length === 0) return;
  report.violation({
    at: statement.node.at("Action"),
    what: `${statement.label} lets another account do ${taken.join(", ")}`,
    fix: `Leave ${taken.join(", ")} to the bucket's own account.`,
  });
}

function delegates(statement: Statement): boolean {
  return narrowingConditions(statement, accessPointKeys).length > 0;
}
