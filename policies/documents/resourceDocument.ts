import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import { type PolicyDocument, parseDocument } from "./document";
import { MalformedDocument } from "./malformedDocument";
import type { Statement } from "./statement";

/**
 * Reads a resource's own document: of a bucket, key, topic, secret. Several controls read the same one; only the one that
 * asks who is let in says that it does not parse. Throws `Undecided` when the document is wholly unknown.
 */
export function readResourceDocument(
  node: Node,
  report: Reporter,
  options: { tellsFaults: boolean },
): PolicyDocument | undefined {
  try {
    const document = parseDocument(node);
    for (const statement of document.unknownStatements) {
      report.undecided({
        at: statement,
        what: "This statement is not known in preview",
        fix: "Build its ARNs from known names.",
      });
    }
    if (options.tellsFaults) tellMissingPrincipals(document, report);
    return document;
  } catch (error) {
    if (!(error instanceof MalformedDocument)) throw error;
    if (options.tellsFaults) {
      report.violation({
        at: error.path,
        what: `The document does not parse: ${error.fault}`,
        fix: "Correct the document.",
      });
    }
    return undefined;
  }
}

/** AWS refuses a resource's document that does not say whom a statement is for. */
function tellMissingPrincipals({ statements }: PolicyDocument, report: Reporter): void {
  for (const statement of statements.filter((one) => !one.has("Principal") && !one.has("NotPrincipal"))) {
    report.violation({
      at: statement.node.path,
      what: `The document does not parse: ${statement.label} has no Principal`,
      fix: "Say in `Principal` whom the statement is for.",
    });
  }
}

/** Judges each statement; one that is not known yet does not keep the others from being judged. */
export function eachStatement(document: PolicyDocument, report: Reporter, judge: (statement: Statement) => void): void {
  for (const statement of document.statements) report.each([statement.node], () => judge(statement));
}
