import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { detailOf, eachGrant } from "./judge/eachGrant";
import { identityReads } from "./judge/identityDocuments";
import { isExactRole, passesRoles } from "./judge/passRole";
import { narrowed } from "./judge/suggestion";

export const iamPassroleExact: Control = {
  id: "iam-passrole-exact",
  title: "PassRole on exact roles",
  description: "iam:PassRole must be allowed on the ARNs of single roles only.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ trivy: "AWS-0342" }),
  remediationSteps:
    "Name each role that is passed by its full ARN: whoever may pass any role has the rights of all of them.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
  reads: identityReads,
  check(resource, reporter, context) {
    eachGrant(resource, reporter, context, (grant, _, report) => {
      if (!passesRoles(grant)) return;
      const account = context.settings.ownAccounts[0] ?? "<account>";
      const scope = narrowed(grant.statement, {
        actions: ["iam:PassRole"],
        resources: [`arn:aws:iam::${account}:role/<RoleName>`],
        condition: { StringEquals: { "iam:PassedToService": "<service>.amazonaws.com" } },
      });
      report.each(grant.statement.resources, (target) => {
        if (isExactRole(target)) return;
        report.violation({
          at: target,
          what: `${grant.statement.label} allows iam:PassRole${grant.kind === "one" ? "" : ` (by ${grant.text})`} on ${String(target.raw).slice(0, 120)}, which is not the ARN of one role`,
          fix: `Name the role: \`${scope}\`.`,
          detail: detailOf("iam:PassRole", String(target.raw)),
        });
      });
    });
  },
};
