import type { Control } from "../shared/control";
import { expand } from "./judge/expansion";
import { eachTrust, trustReads } from "./judge/trust";

const allowed: readonly string[] = [
  "sts:AssumeRole",
  "sts:AssumeRoleWithSAML",
  "sts:AssumeRoleWithWebIdentity",
  "sts:TagSession",
  "sts:SetSourceIdentity",
  "sts:SetContext",
];

export const iamTrustActions: Control = {
  id: "iam-trust-actions",
  title: "Trust policies allow assuming the role only",
  description: "Trust policies must allow sts:AssumeRole, its variants, sts:TagSession and sts:SetSourceIdentity only.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "List the actions: sts:AssumeRole for services and roles, sts:AssumeRoleWithWebIdentity for OpenID Connect.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html",
  reads: trustReads,
  check(resource, report) {
    eachTrust(resource, report, (statement) => {
      const fix = "Allow `sts:AssumeRole`, or `sts:AssumeRoleWithWebIdentity` for an OpenID Connect provider.";
      if (statement.has("NotAction")) {
        report.violation({ at: statement.node.at("NotAction"), what: `${statement.label} has NotAction`, fix });
      }
      report.each(statement.actions, (leaf) => {
        const text = leaf.string() ?? "";
        const { kind, actions } = expand(text);
        if ((kind === "one" || kind === "some") && actions.every(({ name }) => allowed.includes(name))) return;
        report.violation({
          at: leaf,
          what: `${statement.label} allows ${text.slice(0, 80)}, which is more or other than assuming the role`,
          fix,
          detail: `${text.slice(0, 80)}|`,
        });
      });
    });
  },
};
