import { servicePrincipals, serviceName } from "../../documents/principals";
import { parseDocument } from "../../documents/document";
import type { Context, Reporter } from "../../shared/control";
import type { StackResource } from "../../shared/resource";
import type { StackIndex } from "../../shared/stackIndex";
import { roleType } from "./policyGivers";
import { roleOfArn } from "./attachments";
import { detailOf } from "./eachGrant";
import { identityReads } from "./identityDocuments";
import { judgeDocuments } from "./judgedDocuments";
import { passedToServices, passesRoles } from "./passRole";
import { permissionsOf } from "./permissions";

/** PassRole to a service that the passed role does not trust: the call succeeds and the service cannot use the role. */
export function reportUntrustedServices(stack: StackIndex, report: Reporter, context: Context): void {
  report.eachResource(stack.ofType(...Object.keys(identityReads)), (resource) => {
    judgeDocuments(resource, report, context, (document, reporter) => {
      const passing = permissionsOf(document).grants.filter(passesRoles);
      for (const { statement } of passing) {
        const services = passedToServices(statement);
        if (!services) continue;
        for (const target of statement.resources) {
          const role = target.isKnown ? roleOfArn(stack, String(target.raw)) : undefined;
          const trusted = role && trustedServices(role);
          if (!role || !trusted || services.some((service) => trusted.includes(serviceName(service)))) continue;
          reporter.violation({
            at: target,
            what: `${statement.label} passes role ${role.name} to ${services.join(", ")}, and the role trusts ${trusted.join(", ") || "no service"}`,
            fix: `Set iam:PassedToService to ${trusted[0] ?? "the service that uses the role"}, or let the role trust ${services[0]}.`,
            detail: detailOf("iam:PassRole", String(target.raw)),
          });
        }
      }
    });
  });
}

/** The services that may assume the role; undefined while its trust policy is unknown or does not parse. */
export function trustedServices(role: StackResource): readonly string[] | undefined {
  if (role.type !== roleType) return undefined;
  try {
    const document = parseDocument(role.props.at("assumeRolePolicy"));
    const statements = document.statements.filter((statement) => statement.allows);
    return statements.flatMap((statement) => servicePrincipals(statement).map(({ service }) => service));
  } catch {
    // Unknown or malformed: iam-document says so.
    return undefined;
  }
}
