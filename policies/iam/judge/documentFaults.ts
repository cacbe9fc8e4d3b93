import type { PolicyDocument } from "../../documents/document";
import { anyonePrincipal } from "../../documents/principals";
import type { Statement } from "../../documents/statement";
import type { Node } from "../../shared/node";

/** Something that the general grammar allows and IAM refuses for this kind of document. */
export interface DocumentFault {
  readonly path: string;
  readonly fault: string;
}

export function identityFaults(document: PolicyDocument): readonly DocumentFault[] {
  const { statements } = document;
  return [
    ...withoutStatements(document),
    ...repeatedSids(statements),
    ...statements.flatMap((statement) => {
      if (statement.has("Principal") || statement.has("NotPrincipal")) return [faultOf(statement, "names a principal")];
      if (statement.resources.length + statement.notResources.length === 0) {
        return [faultOf(statement, "has no Resource")];
      }
      return /^[A-Za-z0-9]*$/.test(statement.sid ?? "")
        ? []
        : [faultOf(statement, "has a Sid with others than letters and digits")];
    }),
  ];
}

export function trustFaults(document: PolicyDocument): readonly DocumentFault[] {
  const { node, statements } = document;
  if (node.isAbsent) return [{ path: node.path, fault: "a role must have a trust policy" }];
  return [
    ...withoutStatements(document),
    ...repeatedSids(statements),
    ...statements.flatMap((statement) => {
      if (statement.has("Resource") || statement.has("NotResource")) return [faultOf(statement, "has a Resource")];
      if (!statement.has("Principal") && !statement.has("NotPrincipal")) {
        return [faultOf(statement, "names no principal")];
      }
      const pattern = principalPattern(statement);
      return pattern === undefined
        ? []
        : [{ path: pattern.path, fault: `${statement.label} has a pattern as principal` }];
    }),
  ];
}

function withoutStatements({ node, statements, unknownStatements }: PolicyDocument): DocumentFault[] {
  const isEmpty = !node.isAbsent && statements.length + unknownStatements.length === 0;
  return isEmpty ? [{ path: node.path, fault: "it has no statement" }] : [];
}

/** IAM takes `*` alone and whole names. A pattern belongs into a condition on aws:PrincipalArn. */
function principalPattern(statement: Statement): Node | undefined {
  if (statement.node.at("Principal").isUnknown || anyonePrincipal(statement)) return undefined;
  return statement.principals.find(({ value }) => value.isKnown && /[*?]/.test(String(value.raw)))?.value;
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
