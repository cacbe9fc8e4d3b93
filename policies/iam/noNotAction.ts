import type { Control } from "../shared/control";
import { identityReads } from "./judge/identityDocuments";
import { judgeDocuments } from "./judge/judgedDocuments";

export const iamNoNotAction: Control = {
  id: "iam-no-notaction",
  title: "No Allow with NotAction",
  description: "Allow statements of identity policies must list what they allow, not what they leave out.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Replace `NotAction` by the list of actions that are needed. To take rights away, use a Deny statement.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
  reads: identityReads,
  check(resource, reporter, context) {
    judgeDocuments(resource, reporter, context, (document, report) => {
      for (const statement of document.statements) {
        // With an unknown effect the statement is reported as undecided by iam-document.
        if (!statement.has("NotAction") || statement.effect.isUnknown || !statement.allows) continue;
        const left = statement.notActions.map((leaf) => (leaf.isUnknown ? "[unknown]" : String(leaf.raw)));
        report.violation({
          at: statement.node.at("NotAction"),
          what: `${statement.label} allows every action of AWS but ${left.slice(0, 3).join(", ")}, with those that AWS adds later`,
          fix: 'List what is needed: `"Action":["<service>:<Action>"]`.',
          detail: `NotAction|${left[0] ?? ""}`,
        });
      }
    });
  },
};
