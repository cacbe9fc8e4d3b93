import { accountOf, mayBeOwn } from "../documents/accounts";
import { narrowingConditions } from "../documents/sources";
import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { eachTrust, trustReads } from "./judge/trust";

/** Conditions that say which principal of the account it is. */
const narrowingKeys = ["aws:principalarn", "aws:userid", "sts:externalid", "aws:sourcearn"];

export const iamTrustOwnRoot: Control = {
  id: "iam-trust-own-root",
  title: "Roles trust principals, not the whole account",
  description: "Trust policies must name roles of the own account, not the account's root.",
  severity: "medium",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV_AWS_61" }),
  remediationSteps:
    "Name the roles that may assume this one: the account's root stands for every principal of the account that may call sts:AssumeRole.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts",
  reads: trustReads,
  check(resource, report, { settings }) {
    eachTrust(resource, report, (statement) => {
      const isNarrowed =
        narrowingConditions(statement, narrowingKeys).length > 0 || hasPrincipalTag(statement.conditions);
      for (const { type, value } of isNarrowed ? [] : statement.principals) {
        if (type !== "AWS" || !value.isKnown) continue;
        const account = accountOf(String(value.raw));
        const isWhole = /^(\d{12}|arn:[^:]+:iam::\d{12}:root)$/.test(String(value.raw));
        if (account === undefined || !isWhole || !mayBeOwn(account, settings)) continue;
        report.violation({
          at: value,
          what: `${statement.label} lets every principal of account ${account} assume the role that may call sts:AssumeRole`,
          fix: `Name the role: \`"Principal":{"AWS":"arn:aws:iam::${account}:role/<RoleName>"}\`.`,
          detail: `sts:AssumeRole|${String(value.raw)}`,
        });
      }
    });
  },
};

function hasPrincipalTag(
  conditions: readonly { lowerKey: string; operator: { negative: boolean; ifExists: boolean } }[],
): boolean {
  return conditions.some(
    ({ lowerKey, operator }) => lowerKey.startsWith("aws:principaltag/") && !operator.negative && !operator.ifExists,
  );
}
