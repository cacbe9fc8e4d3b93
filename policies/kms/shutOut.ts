import { knownActions } from "../documents/actions";
import { covers, matches } from "../documents/glob";
import { isPositive } from "../documents/operators";
import { anyonePrincipal } from "../documents/principals";
import type { Statement } from "../documents/statement";
import type { KeyUse } from "./keyUse";

const sourceKeys = ["aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths"];

/** Whether a condition of an Allow statement asks for what the service does not send, or for another log group. */
export function asksForMore({ conditions }: Statement, { sendsNoSource, user }: KeyUse): boolean {
  return conditions.some(({ lowerKey, operator, values }) => {
    if (!isPositive(operator)) return false;
    if (sourceKeys.includes(lowerKey)) return sendsNoSource === true;
    const name = user.props.at("name");
    if (lowerKey !== "kms:encryptioncontext:aws:logs:arn" || !name.isKnown) return false;
    return (
      values.length > 0 && values.every(({ isKnown, raw }) => isKnown && !isForGroup(String(raw), String(name.raw)))
    );
  });
}

function isForGroup(pattern: string, group: string): boolean {
  const [, named] = /:log-group:(.*)$/.exec(pattern) ?? [];
  return named === undefined || matches(named, group) || matches(named, `${group}:*`);
}

/** What only requests of an account's own principals carry. */
const callerKeys = [
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principalaccount",
  "aws:principalarn",
  "kms:calleraccount",
];

/**
 * Whether a denial meets services too: it is for everybody, and its conditions hold for requests without an account's
 * principal. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalisawsservice
 */
export function deniesServices(statement: Statement, { actions }: KeyUse): boolean {
  const denied = knownActions(statement);
  return (
    statement.effect.raw === "Deny" &&
    anyonePrincipal(statement) !== undefined &&
    actions.some((action) => denied.some((pattern) => covers(pattern, action.toLowerCase()))) &&
    statement.conditions.every(
      ({ operator, lowerKey }) => operator.negative && operator.set === undefined && callerKeys.includes(lowerKey),
    )
  );
}
