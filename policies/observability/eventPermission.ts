import { foreignAccount } from "../documents/accounts";
import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import type { Settings } from "../shared/settings";

const fix = "Set `principal` to a trusted account, or `condition` to the organization.";

/** Judges a permission on an event bus: one account, or everybody, which a condition can limit to an organization. */
export function judgePermission(permission: Node, report: Reporter, settings: Settings): void {
  const principal = permission.at("principal");
  const organization = permission.at("condition", "value");
  if (!permission.at("condition").isAbsent) {
    const { trustedOrganizations } = settings;
    if (trustedOrganizations.length > 0 && !trustedOrganizations.includes(organization.string() ?? "")) {
      report.violation({ at: organization, what: "An organization that is no trusted one may send events", fix });
    }
    return;
  }
  if (principal.string() === "*") {
    report.violation({ at: principal, what: "Every account may send events", fix });
  }
  for (const { account } of foreignAccount(principal, settings)) {
    report.violation({ at: principal, what: `Account ${account}, no trusted one, may send events`, fix });
  }
}
