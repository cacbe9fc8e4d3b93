import type { Control } from "../shared/control";
import { MalformedDocument } from "../documents/malformedDocument";
import type { PolicyDocument } from "../documents/document";
import { documentNodes, identityReads, readIdentityDocument } from "./judge/identityDocuments";
import { permissionsOf } from "./judge/permissions";

const fix =
  "Build ARNs from names, account and region, so that the document is known in preview, or give the component around it the input `statements` with what the document will allow.";

export const iamDocument: Control = {
  id: "iam-document",
  title: "Identity documents can be judged",
  description: "Identity policies must be documents that AWS accepts and must be known before they are created.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Correct what the message names: a document that does not parse is refused by AWS, or read otherwise than it was meant. For a document that is not known in preview, build its ARNs from names, account and region, or declare its statements as an input of the component.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
  reads: identityReads,
  check(resource, report, context) {
    report.each(documentNodes(resource), (node) => {
      const reading = readIdentityDocument(node, resource, context);
      if ("malformed" in reading) {
        const { path, fault } = reading.malformed;
        report.violation({ at: path, what: `The policy document does not parse: ${fault}`, fix: "Correct the document." });
      } else if ("undecided" in reading) {
        report.undecided({ at: node.path, what: "The document is not known in preview and nothing declares what it will allow", fix });
      } else {
        faultsOf(reading.document).forEach(({ path, fault }) =>
          report.violation({ at: path, what: `AWS refuses this identity policy: ${fault}`, fix: "Correct the document." }),
        );
        permissionsOf(reading.document).undecided.forEach((leaf) =>
          report.undecided({ at: leaf.path, what: "This part of the document is not known in preview", fix }),
        );
      }
    });
  },
};

/** What the general grammar allows and identity policies do not. */
function faultsOf({ statements }: PolicyDocument): MalformedDocument[] {
  return statements.flatMap((statement) => {
    if (statement.has("Principal") || statement.has("NotPrincipal")) {
      return [new MalformedDocument(statement.node.path, `${statement.label} names a principal`)];
    }
    if (statement.has("Resource") || statement.has("NotResource")) return [];
    return [new MalformedDocument(statement.node.path, `${statement.label} has no Resource`)];
  });
}
