import { type Condition, isWildcardOnly, textOf } from "../documents/conditions";
import { isPositive } from "../documents/operators";
import type { Statement } from "../documents/statement";
import type { Control } from "../shared/control";
import type { Node } from "../shared/node";
import { hostOf, issuerOf } from "./judge/identityProviders";
import { eachTrust, trustReads } from "./judge/trust";

export const iamTrustOidc: Control = {
  id: "iam-trust-oidc",
  title: "OpenID Connect for one repository",
  description: "Trust policies for OpenID Connect must fix the audience and the subject of the token.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: ["checkov CKV_AWS_358", "checkov CKV_AWS_393"],
  remediationSteps:
    "Add conditions on the provider's `:aud` (sts.amazonaws.com) and `:sub`: owner and repository without wildcards and a branch, tag or environment.",
  url: "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws",
  reads: trustReads,
  check(resource, report) {
    eachTrust(resource, report, (statement) => {
      for (const { type, value } of statement.principals) {
        if (type !== "Federated") continue;
        const host = value.isUnknown ? hostFromKeys(statement) : hostOf(String(value.raw));
        if (host === undefined) continue;
        const fault = faultOf(statement, host);
        if (!fault) continue;
        report.violation({
          at: fault.at ?? value,
          what: `${statement.label} ${fault.what}`,
          fix: `Set \`"Condition":{"StringEquals":{"${host}:aud":"sts.amazonaws.com","${host}:sub":"${issuerOf(host).example}"}}\`.`,
          detail: `sts:AssumeRoleWithWebIdentity|${host}`,
        });
      }
    });
  },
};

/** The ARN of a provider that this stack makes is unknown, but the conditions name the same host. */
function hostFromKeys(statement: Statement): string | undefined {
  const key = statement.conditions.find(({ lowerKey }) => /:(aud|sub)$/.test(lowerKey))?.lowerKey;
  return key?.replace(/:(aud|sub)$/, "") ?? "<provider>";
}

function faultOf(statement: Statement, host: string): { what: string; at?: Node } | undefined {
  const on = (claim: string) =>
    statement.conditions.filter((c) => c.lowerKey === `${host}:${claim}` && isPositive(c.operator));
  if (!on("aud").some((condition) => fixes(condition, (text) => !isWildcardOnly(text)))) {
    return { what: `accepts tokens of ${host} that were made for any audience` };
  }
  // A Cognito identity pool is the audience; what sets its users apart is whether they logged in.
  const claim = host === "cognito-identity.amazonaws.com" ? "amr" : "sub";
  const subjects = on(claim);
  if (subjects.length === 0)
    return { what: `accepts tokens of any ${claim === "sub" ? "subject" : "visitor"} of ${host}` };
  const issuer = issuerOf(host);
  const isFixed = claim === "amr" ? (text: string) => !isWildcardOnly(text) : issuer.fixes;
  if (subjects.some((condition) => fixes(condition, isFixed))) return undefined;
  return {
    at: subjects[0]?.node,
    what: `accepts tokens of more than one repository, or of all its branches and pull requests`,
  };
}

function fixes({ values }: Condition, isFixed: (text: string) => boolean): boolean {
  return values.length > 0 && values.every((value) => isFixed(textOf(value)));
}
