import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { didYouMean } from "../shared/configuration/nearest";
import { actionsOfService, knownServices } from "./judge/actionData";
import { detailOf, eachGrant } from "./judge/eachGrant";
import { identityReads } from "./judge/identityDocuments";

export const iamActionExists: Control = {
  id: "iam-action-exists",
  title: "Actions that exist",
  description: "Actions of identity policies must be actions that AWS knows.",
  severity: "medium",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ parliament: "UNKNOWN_ACTION UNKNOWN_PREFIX" }),
  remediationSteps: "Take the action's name from the Service Authorization Reference: it often differs from the API's.",
  url: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  reads: identityReads,
  check(resource, reporter, context) {
    eachGrant(resource, reporter, context, ({ kind, leaf, text, statement }, _, report) => {
      if (kind !== "none") return;
      report.violation({
        at: leaf,
        what: `${statement.label} allows ${text.slice(0, 80)}, and AWS has no such action`,
        fix: `Correct the action.${nearest(text)}`,
        detail: detailOf(text.slice(0, 80), ""),
      });
    });
  },
};

function nearest(text: string): string {
  const [service = "", name = ""] = text.slice(0, 80).split(":");
  const actions = actionsOfService(service.toLowerCase());
  if (!actions) return didYouMean(service, [...knownServices()]);
  return didYouMean(
    text.slice(0, 80),
    [...actions.values()].filter((action) => sharesStart(action.name, name)).map((a) => a.name),
  );
}

/** Keeps the comparison short: a typo is seldom in the first letter. */
function sharesStart(known: string, name: string): boolean {
  return known.split(":")[1]?.[0]?.toLowerCase() === name[0]?.toLowerCase();
}
