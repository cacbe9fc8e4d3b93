import { type ForeignAccount, accountOf, foreignAccounts, mayBeOwn } from "../documents/accounts";
import { textOf } from "../documents/conditions";
import { anyonePrincipal } from "../documents/principals";
import { narrowingConditions } from "../documents/sources";
import type { Statement } from "../documents/statement";
import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { Settings } from "../shared/settings";
import { eachTrust, trustReads } from "./judge/trust";

export const iamTrustForeign: Control = {
  id: "iam-trust-foreign",
  title: "Foreign accounts with an external id",
  description: "Trust policies must ask principals of foreign accounts for an external id or their organization.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV_AWS_61" }),
  remediationSteps:
    "Add StringEquals sts:ExternalId or aws:PrincipalOrgID, or put the account on the pack's list of trusted accounts.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
  reads: trustReads,
  check(resource, report, { settings }) {
    eachTrust(resource, report, (statement) => {
      if (isGuarded(statement, settings)) return;
      for (const { account, node } of [...foreignAccounts(statement, settings), ...byCondition(statement, settings)]) {
        report.violation({
          at: node,
          what: `${statement.label} lets account ${account} assume the role without an external id`,
          fix: 'Add `"Condition":{"StringEquals":{"sts:ExternalId":"<id>"}}` or aws:PrincipalOrgID.',
          detail: `sts:AssumeRole|${account}`,
        });
      }
    });
  },
};

function isGuarded(statement: Statement, settings: Settings): boolean {
  const organizations = narrowingConditions(statement, ["aws:principalorgid", "aws:principalorgpaths"]);
  const trusted = settings.trustedOrganizations;
  return (
    narrowingConditions(statement, ["sts:externalid"]).length > 0 ||
    organizations.some(({ values }) =>
      values.every((value) => trusted.length === 0 || trusted.includes(textOf(value).split("/")[0] as string)),
    )
  );
}

/** `"*"` with a condition on the account is that account. */
function byCondition(statement: Statement, settings: Settings): readonly ForeignAccount[] {
  if (!anyonePrincipal(statement)) return [];
  return narrowingConditions(statement, ["aws:principalaccount", "aws:principalarn"]).flatMap(({ values }) =>
    values.flatMap((node) => {
      const account = accountOf(textOf(node));
      const isKnown =
        account === undefined || mayBeOwn(account, settings) || settings.trustedAccounts.includes(account);
      return isKnown ? [] : [{ account, node }];
    }),
  );
}
