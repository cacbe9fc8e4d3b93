import { type Node, Undecided } from "../shared/node";
import type { Settings } from "../shared/settings";
import type { Statement } from "./statement";

/** Whether it is the number of one account. */
export function isAccount(text: string | undefined): text is string {
  return /^\d{12}$/.test(String(text));
}

/** The account in an ARN, in `123456789012` alone, or undefined. */
export function accountOf(text: string): string | undefined {
  const [prefix, , service, , account, ...resource] = text.split(":");
  if (prefix !== "arn") return isAccount(text) ? text : undefined;
  // The ARN of a bucket has neither region nor account: `arn:aws:s3:*:*:shop`, as AWS writes it, is `arn:aws:s3:::shop`.
  if (service === "s3" && account === "*" && /^[^:/*?]+$/.test(resource.join(":"))) return undefined;
  return account === "" ? undefined : account;
}

export interface ForeignAccount {
  readonly account: string;
  readonly node: Node;
}

/**
 * The AWS principals of accounts that are neither own nor trusted. Throws `Undecided` when nobody said which account is
 * the own one: any of them could be foreign.
 */
export function foreignAccounts(statement: Statement, settings: Settings): readonly ForeignAccount[] {
  return statement.principals.flatMap(({ type, value }) => (type === "AWS" ? foreignAccount(value, settings) : []));
}

/** The account of one principal, when it is foreign. */
export function foreignAccount(principal: Node, settings: Settings): readonly ForeignAccount[] {
  const account = accountOf(String(principal.raw));
  // `cloudfront` stands where the account does in the ARN of an origin access identity.
  if (!isAccount(account) || settings.trustedAccounts.includes(account)) return [];
  if (settings.ownAccounts.length === 0) {
    throw new Undecided(principal.path, `nobody said whether account ${account} is the own one`);
  }
  return settings.ownAccounts.includes(account) ? [] : [{ account, node: principal }];
}

/** True when the account is the own one, or when nobody said which one that is. */
export function mayBeOwn(account: string, settings: Settings): boolean {
  return settings.ownAccounts.length === 0 || settings.ownAccounts.includes(account);
}
