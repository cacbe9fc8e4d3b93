import { covers } from "../documents/glob";
import type { Statement } from "../documents/statement";

/**
 * What AWS documents that other accounts do in a bucket. Security Hub S3.6 leaves these to its owner, so they need not be
 * trusted ones; anything else they do makes the bucket theirs.
 */
const documentedActions: Readonly<Record<string, string>> = {
  "s3:get*": "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example2.html",
  "s3:list*":
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example2.html",
  "s3:putobject": "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html",
  "s3:putobjecttagging": "https://docs.aws.amazon.com/AmazonS3/latest/userguide/tagging-and-policies.html",
  "s3:abort*": "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions",
  "s3:replicate*":
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html#setting-repl-config-crossacct",
  "s3:objectowneroverridetobucketowner":
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-change-owner.html",
  "s3:putbucketversioning":
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html#setting-repl-config-crossacct",
};

/** Whether a statement only has other accounts do what AWS documents for them. */
export function isForOtherAccounts(statement: Statement): boolean {
  if (statement.has("NotAction")) return false;
  return statement.actions.every((leaf) => {
    const action = String(leaf.value()).toLowerCase();
    return Object.keys(documentedActions).some((documented) => covers(documented, action));
  });
}
