import { type Condition, isWildcardOnly, textOf } from "../../documents/conditions";
import { isPositive } from "../../documents/operators";
import type { Statement } from "../../documents/statement";
import type { Node } from "../../shared/node";
import { issuerOf } from "./identityProviders";

/** The ARN of a provider that this stack makes is unknown, but the conditions name the same host. */
export function hostFromKeys(statement: Statement): string | undefined {
  const key = statement.conditions.find(({ lowerKey }) => /:(aud|sub)$/.test(lowerKey))?.lowerKey;
  return key?.replace(/:(aud|sub)$/, "") ?? "<provider>";
}

/** What is missing for the token to be that of one workload; undefined when nothing is. */
export function tokenFault(statement: Statement, host: string): { what: string; at?: Node } | undefined {
  const on = (claim: string) =>
    statement.conditions.filter((c) => c.lowerKey === `${host}:${claim}` && isPositive(c.operator));
  if (!on("aud").some((condition) => fixes(condition, (text) => !isWildcardOnly(text)))) {
    return { what: `accepts tokens of ${host} that were made for any audience` };
  }
  // A Cognito identity pool is the audience; what sets its users apart is whether they logged in.
  const claim = host === "cognito-identity.amazonaws.com" ? "amr" : "sub";
  const subjects = on(claim);
  if (subjects.length === 0)
    return { what: `accepts tokens of any ${claim === "sub" ? "subject" : "visitor"} of ${host}` };
  const issuer = issuerOf(host);
  const isFixed = claim === "amr" ? (text: string) => !isWildcardOnly(text) : issuer.fixes;
  if (subjects.some((condition) => fixes(condition, isFixed))) return undefined;
  return {
    at: subjects[0]?.node,
    what: `accepts tokens of more than one repository, or of all its branches and pull requests`,
  };
}

function fixes({ values }: Condition, isFixed: (text: string) => boolean): boolean {
  return values.length > 0 && values.every((value) => isFixed(textOf(value)));
}
