import type { Node } from "../shared/node";
import type { Condition } from "./conditions";
import { isFixed } from "./fixed";
import { anyonePrincipal } from "./principals";
import type { Statement } from "./statement";

const identityKeys = [
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principalaccount",
  "aws:principalarn",
  "aws:userid",
  "aws:sourceaccount",
  "aws:sourceowner",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "kms:calleraccount",
  "s3:dataaccesspointaccount",
  "s3:dataaccesspointarn",
  "s3:x-amz-server-side-encryption-aws-kms-key-id",
];
// `aws:VpcSourceIp` is none: everybody can have a VPC with these addresses.
const networkKeys = [
  "aws:sourcevpc",
  "aws:sourcevpcarn",
  "aws:sourcevpce",
  "aws:sourceip",
  "aws:vpceaccount",
  "aws:vpceorgid",
  "aws:vpceorgpaths",
];

/** Conditions that say who may ask, by AWS's own meaning of "public": fixed accounts, organizations, ARNs. */
export function identityConditions(statement: Statement): readonly Condition[] {
  return statement.conditions.filter((condition) => identityKeys.includes(condition.lowerKey) && isFixed(condition));
}

/** The same for where from: a VPC, an endpoint, an address range that is not half the internet. */
export function networkConditions(statement: Statement): readonly Condition[] {
  return statement.conditions.filter((condition) => networkKeys.includes(condition.lowerKey) && isFixed(condition));
}

/**
 * The principal by which an Allow statement is open to everyone: `*`, or all users of a public identity provider, without
 * a condition that says who or where from.
 */
export function publicPrincipal(statement: Statement): Node | undefined {
  if (!statement.allows) return undefined;
  const anyone = anyonePrincipal(statement) ?? publicProvider(statement);
  if (!anyone || identityConditions(statement).length > 0 || networkConditions(statement).length > 0) return undefined;
  return anyone;
}

/** `accounts.google.com` and its like without a condition on what the provider says, for instance on its `:aud`. */
function publicProvider({ principals, conditions }: Statement): Node | undefined {
  return principals.find(({ type, value }) => {
    if (type !== "Federated" || !value.isKnown || String(value.raw).startsWith("arn:")) return false;
    const claims = `${String(value.raw).toLowerCase()}:`;
    return !conditions.some((condition) => condition.lowerKey.startsWith(claims) && isFixed(condition));
  })?.value;
}
