import { accountOf, isAccount } from "./accounts";
import type { Node } from "../shared/node";
import type { Statement } from "./statement";

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
