import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { detailOf, eachGrant } from "./judge/eachGrant";
import { identityReads } from "./judge/identityDocuments";
import { reportUntrustedServices } from "./judge/passedRoles";
import { passedToServices, passesRoles } from "./judge/passRole";
import { narrowed } from "./judge/suggestion";

export const iamPassroleService: Control = {
  id: "iam-passrole-service",
  title: "PassRole to a named service",
  description: "iam:PassRole must be limited by iam:PassedToService to the services that the passed roles trust.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ trivy: "AWS-0342" }),
  remediationSteps:
    "Add the condition StringEquals iam:PassedToService with the service that takes the role, the one in the role's trust policy.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService",
  reads: { ...identityReads, "aws:iam/role:Role": ["inlinePolicies.policy", "assumeRolePolicy", "name"] },
  check(resource, reporter, context) {
    eachGrant(resource, reporter, context, (grant, _, report) => {
      if (!passesRoles(grant) || passedToServices(grant.statement)) return;
      const condition = { StringEquals: { "iam:PassedToService": "<service>.amazonaws.com" } };
      const [target] = grant.statement.resources;
      report.violation({
        at: grant.leaf,
        what: `${grant.statement.label} allows iam:PassRole to any service`,
        fix: `Name the service, for instance ecs-tasks.amazonaws.com: \`${narrowed(grant.statement, { actions: ["iam:PassRole"], condition })}\`.`,
        detail: detailOf("iam:PassRole", target?.isKnown ? String(target.raw) : ""),
      });
    });
  },
  checkStack(stack, report, context) {
    reportUntrustedServices(stack, report, context);
  },
};
