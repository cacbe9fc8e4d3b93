import { anyonePrincipal } from "../documents/principals";
import { identityConditions } from "../documents/publicAccess";
import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { eachTrust, trustReads } from "./judge/trust";

export const iamTrustPublic: Control = {
  id: "iam-trust-public",
  title: "Roles are not open to everyone",
  description: "Trust policies must not let everyone assume the role.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV_AWS_60" }),
  remediationSteps: "Name who may assume the role: a service, a role or an account.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous",
  reads: trustReads,
  check(resource, report) {
    eachTrust(resource, report, (statement) => {
      const anyone = anyonePrincipal(statement);
      if (!anyone || identityConditions(statement).length > 0) return;
      report.violation({
        at: anyone,
        what: `${statement.label} lets anyone in any AWS account assume the role`,
        fix: 'Name the principal, for instance `"Principal":{"Service":"ecs-tasks.amazonaws.com"}`, or add a condition on aws:PrincipalOrgID or aws:PrincipalArn.',
        detail: `sts:AssumeRole|${String(anyone.raw)}`,
      });
    });
  },
};
