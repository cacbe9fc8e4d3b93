import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { emptyActions } from "./judge/breadth";
import { detailOf, eachGrant } from "./judge/eachGrant";
import { identityReads } from "./judge/identityDocuments";
import { narrowed, scopesOf } from "./judge/suggestion";

export const iamGrantsNothing: Control = {
  id: "iam-grants-nothing",
  title: "Permissions that take effect",
  description: "Actions of identity policies must be allowed on resources that they can be for.",
  severity: "medium",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ parliament: "RESOURCE_MISMATCH" }),
  remediationSteps:
    "Give the action an ARN of a type that it takes, or `*` when it takes none: as it is, the call is denied at run time.",
  url: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  reads: identityReads,
  check(resource, reporter, context) {
    eachGrant(resource, reporter, context, (grant, _, report) => {
      const [action] = emptyActions(grant);
      if (!action) return;
      const { statement, text } = grant;
      const shown = statement.resources.map((leaf) => String(leaf.raw));
      const resources = action.types.length === 0 ? ["*"] : scopesOf([action]);
      report.violation({
        at: grant.leaf,
        what:
          action.types.length === 0
            ? `${statement.label} allows ${text} on ${shown[0]}, but ${action.name} takes no resource: this grants nothing`
            : `${statement.label} allows ${text} on ${shown[0]}, which is no resource of ${action.name}: this grants nothing`,
        fix: `Put it into a statement of its own: \`${narrowed(statement, { actions: [text], resources })}\`.`,
        detail: detailOf(text, shown[0] ?? ""),
      });
    });
  },
};
