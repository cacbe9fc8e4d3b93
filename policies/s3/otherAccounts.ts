import { everyAction } from "../documents/actions";
import { textOf } from "../documents/conditions";
import { covers } from "../documents/glob";
import { isPositive } from "../documents/operators";
import type { Statement } from "../documents/statement";
import { loadBalancerAccounts } from "./loadBalancerAccounts";

/**
 * What AWS documents that other accounts do in a bucket, which Security Hub S3.6 leaves to its owner: they need not be
 * trusted ones for that.
 */
const documented: Readonly<Record<string, string>> = {
  "s3:get*": "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example2.html",
  "s3:list*":
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example2.html",
  "s3:replicate*": "https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html",
  "s3:putbucketversioning":
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html",
  "s3:objectowneroverridetobucketowner":
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-change-owner.html",
};

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html#example-bucket-policies-acl-2 */
const delivering = ["s3:putobject", "s3:abort*"];

/** Whether a statement has another account only read, replicate, or deliver objects that then are the owner's. */
export function isForOtherAccounts(account: string, statement: Statement): boolean {
  return everyAction(statement, (action) => {
    if (Object.keys(documented).some((pattern) => covers(pattern, action))) return true;
    if (action === "s3:putobject" && loadBalancerAccounts.has(account)) return true;
    return delivering.some((pattern) => covers(pattern, action)) && handsOver(statement);
  });
}

function handsOver({ conditions }: Statement): boolean {
  return conditions.some(({ lowerKey, operator, values }) => {
    if (!isPositive(operator) || values.length === 0) return false;
    if (lowerKey === "s3:x-amz-grant-full-control") return true;
    return (
      lowerKey === "s3:x-amz-acl" &&
      values.every((value) => textOf(value).toLowerCase() === "bucket-owner-full-control")
    );
  });
}
