import type { Statement } from "../documents/statement";
import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { hostOf } from "./judge/identityProviders";
import { eachTrust, trustReads } from "./judge/trust";
import { hostFromKeys, tokenFault } from "./judge/webIdentity";

export const iamTrustOidc: Control = {
  id: "iam-trust-oidc",
  title: "OpenID Connect for one repository",
  description: "Trust policies for OpenID Connect must fix the audience and the subject of the token.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV_AWS_358 CKV_AWS_393" }),
  remediationSteps:
    "Add conditions on the provider's `:aud` (sts.amazonaws.com, or what the provider documents for AWS) and `:sub`: owner and repository without wildcards and a branch, tag or environment.",
  url: "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws",
  reads: trustReads,
  check(resource, report) {
    eachTrust(resource, report, (statement) => {
      for (const { type, value } of statement.principals) {
        if (type !== "Federated") continue;
        if (value.isUnknown && isSaml(statement)) continue;
        const host = value.isUnknown ? hostFromKeys(statement) : hostOf(String(value.raw));
        if (host === undefined) continue;
        const fault = tokenFault(statement, host);
        if (!fault) continue;
        report.violation({
          at: fault.at ?? value,
          what: `${statement.label} ${fault.what}`,
          fix: `Set \`"Condition":{"StringEquals":{"${host}:${fault.issuer.audience ?? "aud"}":"<audience>"},"StringLike":{"${host}:sub":"${fault.issuer.example}"}}\`.`,
          detail: `sts:AssumeRoleWithWebIdentity|${host}`,
        });
      }
    });
  },
};

/** A provider that is not known yet is one of SAML when that is all that the statement allows. */
function isSaml({ actions }: Statement): boolean {
  return actions.length > 0 && actions.every(({ raw }) => /^sts:(assumerolewithsaml|tagsession)$/i.test(String(raw)));
}
