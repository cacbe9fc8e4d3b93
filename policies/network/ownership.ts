import { accountOf, mayBeOwn } from "../documents/accounts";
import { type Condition, textOf } from "../documents/conditions";
import { isPositive } from "../documents/operators";
import { narrowingConditions } from "../documents/sources";
import type { Statement } from "../documents/statement";
import type { Node } from "../shared/node";
import type { Settings } from "../shared/settings";

/** Conditions on whose principals or whose resources a request is about. */
export const ownKeys: readonly string[] = [
  "aws:principalaccount",
  "aws:resourceaccount",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:resourceorgid",
  "aws:resourceorgpaths",
  "aws:principalarn",
];

/** Whether an Allow statement for everybody is limited to own principals or resources, or to AWS's own requests. */
export function namesOwn(statement: Statement, settings: Settings): boolean {
  const conditions = narrowingConditions(statement, ownKeys);
  return (
    conditions.some((condition) => condition.values.some((value) => isNoStranger(value, settings))) ||
    statement.conditions.some(isForServices) ||
    namesResources(statement)
  );
}

/** Foreign accounts alone would be the way out of the network. */
function isNoStranger(value: Node, settings: Settings): boolean {
  const account = accountOf(textOf(value));
  return account === undefined || mayBeOwn(account, settings) || settings.trustedAccounts.includes(account);
}

/**
 * Requests that AWS services make themselves.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalisawsservice
 */
export function isForServices({ lowerKey, operator, values }: Condition): boolean {
  if (lowerKey !== "aws:principalisawsservice" || operator.family !== "bool" || !isPositive(operator)) return false;
  return values.length > 0 && values.every((value) => textOf(value).toLowerCase() === "true");
}

/** Resources of one account, or by their name where the ARN has no account: buckets of AWS itself are not one's own. */
function namesResources(statement: Statement): boolean {
  const named = (leaf: Node) => leaf.isUnknown || /^arn:[^:]+:[^:*]+:[^:]*:(\d{12}:|:[^*?]{3,})/.test(String(leaf.raw));
  return statement.resources.length > 0 && statement.resources.every(named);
}
