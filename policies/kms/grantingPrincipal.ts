import { accountOf, mayBeOwn } from "../documents/accounts";
import type { Principal } from "../documents/principal";
import type { Statement } from "../documents/statement";
import type { Node } from "../shared/node";
import type { Settings } from "../shared/settings";
import { allowsEverything, isAccount } from "./keyDocument";

/** The principal of a statement whose grants need a limit. Throws `Undecided` when one that is not known may be it. */
export function grantingPrincipal(statement: Statement, settings: Settings): Node | undefined {
  const found = statement.principals.find((principal) => needsLimit(principal, statement, settings));
  // A principal that is not known yet may be a role.
  if (!found) statement.principals.filter(({ type }) => type === "AWS").forEach(({ value }) => value.value());
  return found?.value;
}

/**
 * An own or trusted account as a whole leaves it to its identity policies, which `iam-*` controls judge. A service keeps
 * to its own resources: `kms-service-source` asks whose they are.
 */
function needsLimit({ type, value }: Principal, statement: Statement, settings: Settings): boolean {
  if (type === "Service" || !value.isKnown) return false;
  if (!isAccount(value)) return true;
  const account = accountOf(String(value.raw)) ?? "";
  const isKnown = mayBeOwn(account, settings) || settings.trustedAccounts.includes(account);
  // `kms-root-delegation` tells about an account that has every right.
  return !isKnown && !allowsEverything(statement);
}
