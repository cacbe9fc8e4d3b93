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
  /** What is judged in place of the parts that are not known. */
  declared?: Reading,
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
    // One document is one thing to correct, however many of its statements are wrong.
    const [first, ...more] = faultsOf(reading.document);
    if (first) {
      const others = more.length === 0 ? "" : `, and ${more.length} more of its kind`;
      report.violation({
        at: first.path,
        what: `AWS refuses the document: ${first.fault}${others}`,
        fix: "Correct the document.",
      });
    }
    const { undecided } = permissionsOf(reading.document);
    if (undecided.length > 0 && declared) return tellReading(node, declared, faultsOf, report);
    for (const leaf of undecided) {
      report.undecided({ at: leaf.path, what: "This part of the document is not known yet", fix });
    }
  }
}
