import type { Node } from "../shared/node";
import { shortened } from "./jsonText";
import { MalformedDocument } from "./malformedDocument";

export type PrincipalType = "AWS" | "Service" | "Federated" | "CanonicalUser";

/** One of those a statement is for. `"*"` alone is `{ type: "AWS", value: "*" }`, as in IAM. */
export interface Principal {
  readonly type: PrincipalType;
  readonly value: Node;
}

const types: readonly string[] = ["AWS", "Service", "Federated", "CanonicalUser"];

export function readPrincipals(element: Node): readonly Principal[] {
  const value = element.value();
  if (value === undefined) return [];
  if (value === "*") return [{ type: "AWS", value: element }];
  if (typeof value !== "object" || Array.isArray(value)) {
    throw new MalformedDocument(element.path, `a principal must be "*" or an object by type`);
  }
  return element.fields().flatMap(([type, list]) => {
    if (list.isAbsent) return [];
    if (!types.includes(type)) throw new MalformedDocument(list.path, `IAM knows no principal type ${shortened(type)}`);
    return principalsOf(type as PrincipalType, list);
  });
}

function principalsOf(type: PrincipalType, list: Node): Principal[] {
  if (list.isUnknown) return [{ type, value: list }];
  return list.items().map((value) => {
    if (typeof value.raw !== "string") throw new MalformedDocument(value.path, "a principal must be a text");
    return { type, value };
  });
}
