import { type Condition, isWildcardOnly, textOf } from "../../documents/conditions";
import { isPositive } from "../../documents/operators";
import type { Statement } from "../../documents/statement";
import type { Node } from "../../shared/node";
import { issuerOf } from "./identityProviders";
import type { Issuer } from "./tokenIssuers";
import type { Fixed } from "./tokenSubjects";

/** The ARN of a provider that this stack makes is unknown, but the conditions name the same host. */
export function hostFromKeys(statement: Statement): string | undefined {
  const key = statement.conditions.find(({ lowerKey }) => /:(aud|sub)$/.test(lowerKey))?.lowerKey;
  return key?.replace(/:(aud|sub)$/, "") ?? "<provider>";
}

export interface TokenFault {
  readonly what: string;
  readonly at?: Node;
  readonly issuer: Issuer;
}

interface Claim {
  readonly name: string;
  readonly values: readonly Node[];
  readonly node: Node;
}

/** What is missing for the token to be that of one workload; undefined when nothing is. */
export function tokenFault(statement: Statement, host: string): TokenFault | undefined {
  const claims = claimsOf(statement.conditions, host);
  const subjects = claims.filter(({ name }) => name === "sub").flatMap(({ values }) => values);
  const issuer = issuerOf(
    host,
    subjects.filter((value) => value.isKnown).map((value) => String(value.raw)),
  );
  const audience = issuer.audience ?? "aud";
  const isFixed = ({ name, values }: Claim) => name === audience && values.every((v) => !isWildcardOnly(textOf(v)));
  if (!claims.some(isFixed)) return { issuer, what: `accepts tokens of ${host} that were made for any audience` };
  if (issuer.isApplication) return undefined;
  const rest = claims.filter(({ name }) => name !== audience);
  const [first] = rest;
  if (!first) return { issuer, what: `accepts tokens of any subject of ${host}` };
  const fixed = fixedBy(rest, issuer);
  if (fixed.workload && fixed.run) return undefined;
  // One that is not known yet may be the one that fixes the rest.
  rest.flatMap(({ values }) => values).forEach((value) => value.value());
  const at = (rest.find(({ name }) => name === "sub") ?? first).node;
  return fixed.workload
    ? { issuer, at, what: "accepts tokens of every branch, tag and pull request" }
    : { issuer, at, what: "accepts tokens of more than one repository or workload" };
}

function claimsOf(conditions: readonly Condition[], host: string): readonly Claim[] {
  return conditions
    .filter(({ operator, lowerKey, values }) => {
      return isPositive(operator) && values.length > 0 && lowerKey.startsWith(`${host}:`);
    })
    .map(({ lowerKey, values, node }) => ({ name: lowerKey.slice(host.length + 1), values, node }));
}

/** All conditions must hold, so that each may fix a part. Of the values of one, any may be the token's. */
function fixedBy(claims: readonly Claim[], issuer: Issuer): Fixed {
  const fixed = claims.flatMap(({ name, values }) => {
    if (values.some((value) => value.isUnknown)) return [];
    const each = values.map((value) => issuer.fixes(name, textOf(value)));
    return [{ workload: each.every(({ workload }) => workload), run: each.every(({ run }) => run) }];
  });
  return { workload: fixed.some(({ workload }) => workload), run: fixed.some(({ run }) => run) };
}
