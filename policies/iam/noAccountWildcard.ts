import type { Control } from "../shared/control";
import { crossAccountActions } from "./judge/breadth";
import { detailOf, eachGrant } from "./judge/eachGrant";
import { identityReads } from "./judge/identityDocuments";
import { narrowed } from "./judge/suggestion";

export const iamNoAccountWildcard: Control = {
  id: "iam-no-account-wildcard",
  title: "No permission on resources of every account",
  description: "ARNs in identity policies must name the account where the resource type has one.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Write the account's number into the ARN, or limit the statement by aws:ResourceAccount or aws:ResourceOrgID. A wildcard in the region is fine.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
  reads: identityReads,
  check(resource, reporter, context) {
    eachGrant(resource, reporter, context, (grant, _, report) => {
      report.each(grant.statement.resources, (target) => {
        const [action] = crossAccountActions(grant, target);
        if (!action) return;
        const account = context.settings.ownAccounts[0] ?? "<account>";
        const segments = String(target.raw).split(":");
        if (segments.length > 5) segments[4] = account;
        const scope = narrowed(grant.statement, { actions: [grant.text], resources: [segments.join(":")] });
        report.violation({
          at: target,
          what: `${grant.statement.label} allows ${grant.text} on resources of every account`,
          fix: `Name the account: \`${scope}\`.`,
          detail: detailOf(grant.text, String(target.raw)),
        });
      });
    });
  },
};
