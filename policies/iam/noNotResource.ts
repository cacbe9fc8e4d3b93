import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { identityReads } from "./judge/identityDocuments";
import { judgeDocuments } from "./judge/judgedDocuments";

export const iamNoNotResource: Control = {
  id: "iam-no-notresource",
  title: "No Allow with NotResource",
  description: "Allow statements of identity policies must name their resources, not the ones they leave out.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ parliament: "NOTRESOURCE_WITH_ALLOW" }),
  remediationSteps: "Replace `NotResource` by the ARNs that are needed. To take resources away, use a Deny statement.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html",
  reads: identityReads,
  check(resource, reporter, context) {
    judgeDocuments(resource, reporter, context, (document, report) => {
      for (const statement of document.statements) {
        // With an unknown effect the statement is reported as undecided by iam-document.
        if (!statement.has("NotResource") || statement.effect.isUnknown || !statement.allows) continue;
        const left = statement.notResources.map((leaf) => (leaf.isUnknown ? "[unknown]" : String(leaf.raw)));
        report.violation({
          at: statement.node.at("NotResource"),
          what: `${statement.label} allows its actions on every resource of every account but ${left.slice(0, 3).join(", ")}`,
          fix: 'Name the resources: `"Resource":["arn:aws:<service>:<region>:<account>:<name>"]`.',
          detail: `NotResource|${left[0] ?? ""}`,
        });
      }
    });
  },
};
