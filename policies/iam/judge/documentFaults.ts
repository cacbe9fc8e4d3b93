import type { PolicyDocument } from "../../documents/document";
import type { Statement } from "../../documents/statement";

/** Something that the general grammar allows and IAM refuses for this kind of document. */
export interface DocumentFault {
  readonly path: string;
  readonly fault: string;
}

export function identityFaults({ statements }: PolicyDocument): readonly DocumentFault[] {
  return [
    ...repeatedSids(statements),
    ...statements.flatMap((statement) => {
      if (statement.has("Principal") || statement.has("NotPrincipal")) return [faultOf(statement, "names a principal")];
      return statement.has("Resource") || statement.has("NotResource") ? [] : [faultOf(statement, "has no Resource")];
    }),
  ];
}

export function trustFaults({ node, statements }: PolicyDocument): readonly DocumentFault[] {
  if (node.isAbsent) return [{ path: node.path, fault: "a role must have a trust policy" }];
  return [
    ...repeatedSids(statements),
    ...statements.flatMap((statement) => {
      if (statement.has("Resource") || statement.has("NotResource")) return [faultOf(statement, "has a Resource")];
      return statement.has("Principal") || statement.has("NotPrincipal")
        ? []
        : [faultOf(statement, "names no principal")];
    }),
  ];
}

function repeatedSids(statements: readonly Statement[]): DocumentFault[] {
  const seen = new Set<string>();
  return statements.flatMap((statement) => {
    if (statement.sid === undefined) return [];
    if (seen.has(statement.sid)) return [faultOf(statement, "has the Sid of another statement")];
    seen.add(statement.sid);
    return [];
  });
}

function faultOf({ node, label }: Statement, what: string): DocumentFault {
  return { path: node.path, fault: `${label} ${what}` };
}
