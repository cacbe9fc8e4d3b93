import type { PolicyDocument } from "../../documents/document";
import type { Reporter } from "../../shared/control";
import type { Node } from "../../shared/node";
import type { DocumentFault } from "./documentFaults";
import type { Reading } from "./identityDocuments";
import { permissionsOf } from "./permissions";

const fix =
  "Build ARNs from names, account and region, so that the document is known in preview, or give the component around it the input `statements` with what the document will allow.";

/** Reports why a document cannot be judged, wholly or in part. */
export function tellReading(
  node: Node,
  reading: Reading,
  faultsOf: (document: PolicyDocument) => readonly DocumentFault[],
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
