import type { Node } from "../shared/node";
import type { Settings } from "../shared/settings";
import { accountOf, foreignAccount, foreignAccounts, mayBeOwn } from "./accounts";
import { type Condition, textOf } from "./conditions";
import { anyonePrincipal } from "./principals";
import { narrowingConditions } from "./sources";
import type { Statement } from "./statement";

/** An account or an organization that a statement lets in though nobody said that it may. */
export interface Stranger {
  /** `123456789012`, `o-…`, or the canonical id of a user, which does not tell its account. */
  readonly id: string;
  readonly node: Node;
}

const organizationKeys = ["aws:principalorgid", "aws:principalorgpaths", "aws:sourceorgid", "aws:sourceorgpaths"];
const accountKeys = [
  "aws:principalaccount",
  "aws:principalarn",
  "aws:sourceaccount",
  "aws:sourceowner",
  "aws:sourcearn",
  "kms:calleraccount",
  "s3:dataaccesspointaccount",
  "s3:dataaccesspointarn",
];

/** Whose network everybody may come through. They say nothing about principals who are named. */
const endpointAccountKeys = ["aws:vpceaccount", "aws:sourcevpcarn"];
const endpointOrganizationKeys = ["aws:vpceorgid", "aws:vpceorgpaths"];

/**
 * The strangers among the principals, and those whom a condition lets in where the principal is everybody. An
 * organization is one's own unless the settings name others. Throws `Undecided` when nobody said which account is own.
 */
export function strangersOf(statement: Statement, settings: Settings): readonly Stranger[] {
  const organizations = narrowingConditions(statement, organizationKeys).map((c) => strangeOrganizations(c, settings));
  const accounts = narrowingConditions(statement, accountKeys).map((c) => strangeAccounts(c, settings));
  // All conditions must hold, so one that leaves nobody but known ones is enough.
  if ([...organizations, ...accounts].some((strangers) => strangers.length === 0)) return [];
  const byCondition = [...organizations, ...accounts, ...strangeNetworks(statement, settings)];
  return [...namedStrangers(statement, settings), ...(anyonePrincipal(statement) ? byCondition.flat() : [])];
}

function strangeNetworks(statement: Statement, settings: Settings): Stranger[][] {
  return [
    ...narrowingConditions(statement, endpointOrganizationKeys).map((c) => strangeOrganizations(c, settings)),
    ...narrowingConditions(statement, endpointAccountKeys).map((c) => strangeAccounts(c, settings)),
  ];
}

function namedStrangers(statement: Statement, settings: Settings): Stranger[] {
  const providers = statement.principals.filter(({ type }) => type === "Federated");
  const foreign = [
    ...foreignAccounts(statement, settings),
    ...providers.flatMap(({ value }) => foreignAccount(value, settings)),
  ];
  const canonical = statement.principals.filter(({ type, value }) => type === "CanonicalUser" && value.isKnown);
  return [
    ...foreign.map(({ account, node }) => ({ id: account, node })),
    ...canonical.map(({ value }) => ({ id: String(value.raw), node: value })),
  ];
}

/** All but the own accounts: trusted ones and organizations, too. */
export function outsidersOf(statement: Statement, settings: Settings): readonly Stranger[] {
  // No organization has this id.
  return strangersOf(statement, { ...settings, trustedAccounts: [], trustedOrganizations: ["-"] });
}

function strangeOrganizations({ values }: Condition, { trustedOrganizations }: Settings): Stranger[] {
  if (trustedOrganizations.length === 0) return [];
  return (
    values
      .map((node) => ({ id: textOf(node).split("/")[0] as string, node }))
      // A policy variable is the resource's own organization: `isFixed` takes no other.
      .filter(({ id }) => !id.startsWith("${") && !trustedOrganizations.includes(id))
  );
}

function strangeAccounts({ values }: Condition, settings: Settings): Stranger[] {
  return values.flatMap((node) => {
    const id = accountOf(textOf(node));
    // A bucket's ARN names no account, and a policy variable is the caller's or the resource's own.
    const isKnown = id === undefined || mayBeOwn(id, settings) || settings.trustedAccounts.includes(id);
    return isKnown ? [] : [{ id, node }];
  });
}
