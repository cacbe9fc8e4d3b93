import { mayBeOwn } from "../documents/accounts";
import { everyAction, knownActions } from "../documents/actions";
import type { Statement } from "../documents/statement";
import type { Node } from "../shared/node";
import type { Settings } from "../shared/settings";

/**
 * Services that write below `AWSLogs/<account>/` or `accountid=<account>/`, with the account that they write about, and
 * where AWS says so.
 */
const logDeliverers: Readonly<Record<string, string>> = {
  "logdelivery.elasticloadbalancing.amazonaws.com":
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html",
  "logdelivery.elb.amazonaws.com":
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html",
  "delivery.logs.amazonaws.com":
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html",
  "cloudtrail.amazonaws.com":
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html",
  "config.amazonaws.com": "https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html",
  "ssm.amazonaws.com":
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-create-resource-data-sync.html",
};

/** What services ask a bucket before they write. The answers tell nothing of what is in it. */
const checks = ["s3:getbucketacl", "s3:getbucketlocation"];
const deliverersChecks = [...checks, "s3:listbucket"];

/** Whether a service may come without a source: it only looks, or writes nothing but logs of the own account. */
export function needsNoSource(service: string, statement: Statement, settings: Settings): boolean {
  if (everyAction(statement, (action) => checks.includes(action))) return true;
  if (!Object.hasOwn(logDeliverers, service) || statement.has("NotResource")) return false;
  if (!everyAction(statement, (action) => action === "s3:putobject" || deliverersChecks.includes(action))) return false;
  const writes = knownActions(statement).includes("s3:putobject");
  return !writes || statement.resources.every((leaf) => isBucket(leaf) || isOwnPath(leaf, settings));
}

/** A bucket itself takes no objects. */
function isBucket(leaf: Node): boolean {
  return /^arn:[^:]+:s3:::[^/*?]+$/.test(String(leaf.value()));
}

function isOwnPath(leaf: Node, settings: Settings): boolean {
  const account = /\/(?:AWSLogs\/(?:aws-account-id=)?|accountid=)(\d{12})\//.exec(String(leaf.value()))?.[1];
  return account !== undefined && (mayBeOwn(account, settings) || settings.trustedAccounts.includes(account));
}
