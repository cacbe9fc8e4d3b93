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

/** Judges each statement; one that is not known yet does not keep the others from being judged. */
export function eachStatement(document: PolicyDocument, report: Reporter, judge: (statement: Statement) => void): void {
  for (const statement of document.statements) report.each([statement.node], () => judge(statement));
}

/** The actions of an Allow statement as lower-case text. */
export function knownActions(statement: Statement): string[] {
  return statement.actions.filter((leaf) => leaf.isKnown).map((leaf) => String(leaf.raw).toLowerCase());
}
