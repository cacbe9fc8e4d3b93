import type { PolicyDocument } from "../documents/document";
import { matches } from "../documents/glob";
import { isPositive } from "../documents/operators";
import { servicePrincipals } from "../documents/principals";
import { identityConditions } from "../documents/sources";
import type { Statement } from "../documents/statement";
import { type Node, Undecided } from "../shared/node";
import { allowsAction } from "./keyDocument";
import type { KeyUse } from "./keyUse";
import { scalingService } from "./scaledVolumes";

/** Whether a key's policy lets the service do all it needs. Throws `Undecided` when something unknown may be what does. */
export function letsIn(document: PolicyDocument, use: KeyUse): boolean {
  const admitting = document.statements.filter((statement) => statement.node.at("Effect").raw !== "Deny");
  const known = admitting.filter((statement) => openParts(statement).length === 0 && admits(statement, use));
  if (use.actions.every((action) => known.some((statement) => allowsAction(statement, action)))) return true;
  const [open] = [...document.unknownStatements, ...admitting.flatMap(openParts)];
  if (open) throw new Undecided(open.path);
  return false;
}

function openParts(statement: Statement): Node[] {
  const elements = ["Effect", "Principal", "Action", "Condition"].map((element) => statement.node.at(element));
  if (elements.some(({ isUnknown }) => isUnknown)) return elements.filter(({ isUnknown }) => isUnknown);
  const services = statement.principals.filter(({ type }) => type === "Service").map(({ value }) => value);
  return [...services, ...statement.actions].filter(({ isUnknown }) => isUnknown);
}

function admits(statement: Statement, use: KeyUse): boolean {
  const everybody = statement.principals.some(({ value }) => value.raw === "*");
  if (use.service === scalingService) return everybody || statement.principals.some(({ value }) => scales(value));
  const named = servicePrincipals(statement).some(({ service }) => service === use.service);
  // Conditions on who calls are about principals of accounts: services are none.
  return (named || (everybody && identityConditions(statement).length === 0)) && !shutsOut(statement, use);
}

function scales(principal: Node): boolean {
  return principal.isUnknown || /:role\/aws-service-role\/autoscaling\.amazonaws\.com\//.test(String(principal.raw));
}

const sourceKeys = ["aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths"];

/** Whether a condition asks for what the service does not send, or for another log group. */
function shutsOut({ conditions }: Statement, { sendsNoSource, user }: KeyUse): boolean {
  return conditions.some(({ lowerKey, operator, values }) => {
    if (!isPositive(operator)) return false;
    if (sourceKeys.includes(lowerKey)) return sendsNoSource === true;
    const name = user.props.at("name");
    if (lowerKey !== "kms:encryptioncontext:aws:logs:arn" || !name.isKnown) return false;
    return values.length > 0 && values.every((value) => value.isKnown && !isForGroup(String(value.raw), String(name.raw)));
  });
}

function isForGroup(pattern: string, group: string): boolean {
  const [, named] = /:log-group:(.*)$/.exec(pattern) ?? [];
  return named === undefined || matches(named, group) || matches(named, `${group}:*`);
}
