import type { Control } from "../shared/control";
import { roleType } from "./judge/policyGivers";
import { trustedServices } from "./judge/passedRoles";
import { roleUses } from "./judge/roleUses";

export const iamTrustServiceUsed: Control = {
  id: "iam-trust-service-used",
  title: "Roles trust the service that uses them",
  description: "Trust policies must let the service assume the role that the role is given to.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps: "Name the service that uses the role as its principal, and no other.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html",
  reads: {
    [roleType]: ["assumeRolePolicy"],
    ...Object.fromEntries(
      roleUses.map(({ type }) => [type, roleUses.filter((use) => use.type === type).map(({ property }) => property)]),
    ),
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(roleType), (role) => {
      const trusted = trustedServices(role);
      if (!trusted) return;
      for (const { type, property, services } of roleUses) {
        const [user] = stack.linked([type], property, role);
        if (!user || services.some((service) => trusted.includes(service))) continue;
        report.violation({
          at: "assumeRolePolicy",
          what: `The role is ${property} of ${user.name}, so ${services[0]} must be able to assume it, and it trusts ${trusted.join(", ") || "no service"}`,
          fix: `Let the role trust ${services[0]}: \`"Principal":{"Service":"${services[0]}"}\`.`,
        });
      }
    });
  },
};
