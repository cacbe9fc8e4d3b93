import type { Control } from "../shared/control";
import { detailOf } from "./judge/eachGrant";
import { documentNodes, identityReads, readIdentityDocument, readIntent } from "./judge/identityDocuments";
import { uncovered } from "./judge/intentCoverage";

export const iamIntentCovers: Control = {
  id: "iam-intent-covers",
  title: "Documents stay within what components declare",
  description: "Identity policies must allow nothing that the component around them did not declare.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Declare the missing action and resource in the component's `statements`, so that it is judged in preview, or take it out of the document.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  reads: identityReads,
  check(resource, report, context) {
    const declared = context.declaredIntent(resource.opts.parent);
    if (!declared || declared.isUnknown) return;
    report.each(documentNodes(resource), (node) => {
      const real = readIdentityDocument(node, resource, context);
      const intent = readIntent(declared, node);
      // While the document is unknown the declared one is judged in its place.
      if (!("document" in real) || real.intent || !("document" in intent)) return;
      for (const { statement, action, resource: target } of uncovered(real.document, intent.document)) {
        report.violation({
          at: target,
          what: `${statement.label} allows ${String(action.raw)} on ${String(target.raw)}, which the component does not declare`,
          fix: `Add \`${JSON.stringify({ sid: statement.sid ?? "<sid>", actions: [String(action.raw)], resources: [String(target.raw)] })}\` to \`statements\` of the component, or take it out.`,
          detail: detailOf(String(action.raw), String(target.raw)),
        });
      }
    });
  },
};
