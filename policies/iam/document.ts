import type { PolicyDocument } from "../documents/document";
import type { Control, Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import { identityFaults, trustFaults } from "./judge/documentFaults";
import {
  documentNodes,
  identityReads,
  type Reading,
  readDocument,
  readIdentityDocument,
} from "./judge/identityDocuments";
import { permissionsOf } from "./judge/permissions";

const fix =
  "Build ARNs from names, account and region, so that the document is known in preview, or give the component around it the input `statements` with what the document will allow.";

export const iamDocument: Control = {
  id: "iam-document",
  title: "IAM documents can be judged",
  description:
    "Identity and trust policies must be documents that AWS accepts and must be known before they are created.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Correct what the message names: a document that does not parse is refused by AWS, or read otherwise than it was meant. For a document that is not known in preview, build its ARNs from names, account and region, or declare its statements as an input of the component.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
  reads: { ...identityReads, "aws:iam/role:Role": ["inlinePolicies.policy", "assumeRolePolicy"] },
  check(resource, report, context) {
    if (resource.type === "aws:iam/role:Role") {
      const trust = resource.props.at("assumeRolePolicy");
      tell(trust, readDocument(trust), trustFaults, report);
    }
    report.each(documentNodes(resource), (node) => {
      tell(node, readIdentityDocument(node, resource, context), identityFaults, report);
    });
  },
};

function tell(
  node: Node,
  reading: Reading,
  faultsOf: (document: PolicyDocument) => readonly { path: string; fault: string }[],
  report: Reporter,
): void {
  if ("malformed" in reading) {
    const { path, fault } = reading.malformed;
    report.violation({ at: path, what: `The policy document does not parse: ${fault}`, fix: "Correct the document." });
  } else if ("undecided" in reading) {
    report.undecided({
      at: node.path,
      what: "The document is not known yet and nothing declares what it will allow",
      fix,
    });
  } else {
    for (const { path, fault } of faultsOf(reading.document)) {
      report.violation({ at: path, what: `AWS refuses the document: ${fault}`, fix: "Correct the document." });
    }
    for (const leaf of permissionsOf(reading.document).undecided) {
      report.undecided({ at: leaf.path, what: "This part of the document is not known yet", fix });
    }
  }
}
