import { accountOf, isAccount } from "./accounts";
import type { Node } from "../shared/node";
import { shortened } from "./jsonText";
import { MalformedDocument } from "./malformedDocument";
import type { Statement } from "./statement";

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

/** The principal that stands for everyone, whatever the conditions say. An unknown principal is made somewhere, so it is someone. */
export function anyonePrincipal(statement: Statement): Node | undefined {
  return statement.principals.find(({ value }) => value.isKnown && isAnyone(String(value.raw)))?.value;
}

function isAnyone(value: string): boolean {
  // `arn:aws:iam::*:root` is refused by AWS for most services and means everyone where it is not.
  return /[*?]/.test(value) && !isAccount(accountOf(value));
}

/** Service principals in lower case, without region and `.cn`: `logs.eu-west-1.amazonaws.com` is `logs.amazonaws.com`. */
export function servicePrincipals(statement: Statement): readonly { readonly service: string; readonly node: Node }[] {
  return statement.principals
    .filter(({ type, value }) => type === "Service" && value.isKnown)
    .map(({ value }) => ({ service: serviceName(String(value.raw)), node: value }));
}

/** The service principals that are not known yet. */
export function unknownServices(statement: Statement): readonly Node[] {
  return statement.principals.flatMap(({ type, value }) => (type === "Service" && value.isUnknown ? [value] : []));
}

export function serviceName(principal: string): string {
  const parts = principal.toLowerCase().replace(/\.cn$/, "").split(".");
  const regional = /^[a-z]+(-[a-z]+)+-\d$/.test(String(parts[1]));
  return regional ? [parts[0], ...parts.slice(2)].join(".") : parts.join(".");
}
