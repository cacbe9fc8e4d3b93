import type { Settings } from "../shared/settings";
import { accountOf, mayBeOwn } from "./accounts";
import { type Condition, hasWildcard, textOf } from "./conditions";
import { isFixed, namesResource } from "./fixed";
import { isPositive } from "./operators";
import type { Statement } from "./statement";

/**
 * What conditions say about where a request comes from: `own` account or organization, a `wrong` one, or nothing that
 * counts.
 */
export type Source = "own" | "wrong" | undefined;

const accountKeys = ["aws:sourceaccount", "aws:sourceowner"];
const organizationKeys = ["aws:sourceorgid", "aws:sourceorgpaths"];

/** The confused-deputy condition of a statement for AWS services: `aws:SourceAccount`, `aws:SourceArn` or an organization. */
export function sourceOf(statement: Statement, settings: Settings): Source {
  const sources = statement.conditions.map((condition) => sourceOfCondition(condition, settings));
  // All conditions must hold, so one wrong account shuts the own one out.
  return sources.includes("wrong") ? "wrong" : sources.find((source) => source === "own");
}

function sourceOfCondition(condition: Condition, settings: Settings): Source {
  if (!isPositive(condition.operator)) return undefined;
  if (accountKeys.includes(condition.lowerKey)) return worst(condition, (text) => sourceOfAccount(text, settings));
  if (condition.lowerKey === "aws:sourcearn") return worst(condition, (text) => sourceOfArn(text, settings));
  if (organizationKeys.includes(condition.lowerKey)) {
    return worst(condition, (text) => sourceOfOrganization(text.split("/")[0] as string, settings));
  }
  return undefined;
}

/** One of the values must match, so the loosest decides. */
function worst(condition: Condition, sourceOfValue: (text: string) => Source): Source {
  const sources = condition.values.map((value) => sourceOfValue(textOf(value)));
  if (sources.length === 0 || sources.includes(undefined)) return undefined;
  return sources.includes("wrong") ? "wrong" : "own";
}

function sourceOfOrganization(id: string, { trustedOrganizations }: Settings): Source {
  if (/^\$\{aws:ResourceOrg(ID|Paths)\}$/i.test(id)) return "own";
  if (hasWildcard(id) || id.startsWith("${")) return undefined;
  return trustedOrganizations.length === 0 || trustedOrganizations.includes(id) ? "own" : "wrong";
}

/** Whose the account of that number is. */
export function sourceOfAccount(text: string, settings: Settings): Source {
  if (/^\$\{aws:ResourceAccount\}$/i.test(text)) return "own";
  if (hasWildcard(text) || text.startsWith("${")) return undefined;
  return mayBeOwn(text, settings) || settings.trustedAccounts.includes(text) ? "own" : "wrong";
}

export function sourceOfArn(text: string, settings: Settings): Source {
  if (!text.startsWith("arn:")) return undefined;
  const account = accountOf(text);
  // Buckets and a few others have no account in their ARN: then the name itself must be fixed.
  if (account === undefined) return namesResource(text) ? "own" : undefined;
  return sourceOfAccount(account, settings);
}

/** The conditions on the given keys (lower case) that can only shrink a statement and whose values are fixed. */
export function narrowingConditions(statement: Statement, keys: readonly string[]): readonly Condition[] {
  return statement.conditions.filter((condition) => keys.includes(condition.lowerKey) && isFixed(condition));
}
