import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { openActions, severityOf } from "./judge/breadth";
import { detailOf, eachGrant } from "./judge/eachGrant";
import { identityReads } from "./judge/identityDocuments";
import { narrowed, scopesOf, someOf } from "./judge/suggestion";

export const iamNoStarResource: Control = {
  id: "iam-no-star-resource",
  title: "No permission on every resource",
  description: "Actions that can be limited to named resources must be, by the ARN or by a condition that narrows.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    checkov:
      "CKV_AWS_107 CKV_AWS_108 CKV_AWS_109 CKV_AWS_111 CKV_AWS_287 CKV_AWS_288 CKV_AWS_289 CKV_AWS_290 CKV_AWS_355 CKV_AWS_356",
    cdkNag: "IAM5",
    parliament: "RESOURCE_STAR RESOURCE_EFFECTIVELY_STAR",
  }),
  remediationSteps:
    "Name the resources, at least by a fixed beginning of their names. Actions that AWS cannot limit (for instance ecr:GetAuthorizationToken) belong into a statement of their own, with `*`.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
  reads: identityReads,
  check(resource, reporter, context) {
    eachGrant(resource, reporter, context, (grant, permissions, report) => {
      report.each(grant.statement.resources, (target) => {
        const open = openActions(grant, target, permissions);
        if (open.length === 0) return;
        const { statement, text } = grant;
        const scope = narrowed(statement, { actions: [text], resources: scopesOf(open) });
        const names = open.map(({ name }) => name);
        report.violation({
          at: target,
          what: `${statement.label} allows ${grant.kind === "one" ? text : `${text} (${someOf(names)})`} on every resource`,
          fix: `Name the resources: \`${scope}\`.`,
          severity: severityOf(open),
          detail: detailOf(text, String(target.raw)),
        });
      });
    });
  },
};
