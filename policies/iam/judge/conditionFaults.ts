import { type Condition, hasVariable, isWildcardOnly, textOf } from "../../documents/conditions";
import type { Statement } from "../../documents/statement";
import { openActions } from "./breadth";
import { isGlobalKey, mayBeAbsent, takesManyValues } from "./conditionKeys";
import { misfit } from "./conditionValues";
import { isContextual } from "./contextualKeys";
import { knowsKey } from "./narrowing";
import { forAllValuesKeys } from "./overrides";
import type { Grant, Permissions } from "./permissions";

export interface ConditionFault {
  readonly condition: Condition;
  readonly fault: string;
  readonly fix: string;
}

/** What is wrong with the conditions of an Allow statement. Throws `Undecided` when a deciding value is unknown. */
export function conditionFaults(
  statement: Statement,
  grants: readonly Grant[],
  permissions: Permissions,
): readonly ConditionFault[] {
  return statement.conditions.flatMap((condition) => {
    const found = faultOf(condition, statement, grants, permissions);
    return found ? [{ condition, fault: found[0], fix: found[1] }] : [];
  });
}

function faultOf(
  condition: Condition,
  statement: Statement,
  grants: readonly Grant[],
  permissions: Permissions,
): [fault: string, fix: string] | undefined {
  const { operator, lowerKey, values, key } = condition;
  if (operator.family === "null") return misfit(operator, values.map(textOf));
  const narrows = () => isNarrowing(lowerKey, statement, grants, permissions);
  if (operator.set === "ForAllValues" && !mayBeEmpty(lowerKey, statement, narrows)) {
    return ["holds for every request without that key", `Use ForAnyValue, or add \`"Null": {"${key}": "false"}\`.`];
  }
  if (!isKnownKey(lowerKey, grants)) {
    return [
      "is a key that none of these actions knows",
      "Use a key that the Service Authorization Reference lists for the action.",
    ];
  }
  if (operator.ifExists && !operator.negative && narrows()) {
    return ["holds for every request without that key", `Use ${operator.name.replace(/IfExists$/i, "")}.`];
  }
  const texts = values.map(textOf);
  if (!operator.negative && texts.some(isWildcardOnly) && !(mayBeAbsent(lowerKey) && !narrows())) {
    return ["accepts every value", "Name the values that are meant."];
  }
  const literal = texts.find((text) => !operator.wildcards && operator.family === "string" && looksLikePattern(text));
  return literal === undefined
    ? misfit(operator, texts)
    : [
        `takes the wildcard in ${literal.slice(0, 80)} as an ordinary character`,
        "Use StringLike or ArnLike for patterns.",
      ];
}

/** An empty set passes ForAllValues. That is meant where a request can have many values and something else narrows. */
function mayBeEmpty(lowerKey: string, statement: Statement, narrows: () => boolean): boolean {
  if (forAllValuesKeys.has(lowerKey) || requiresKey(statement, lowerKey)) return true;
  return takesManyValues(lowerKey) && !narrows();
}

/** `"Null": {key: "false"}` beside it: the request must have the key. */
function requiresKey(statement: Statement, lowerKey: string): boolean {
  return statement.conditions.some(
    (other) =>
      other.operator.family === "null" &&
      other.lowerKey === lowerKey &&
      other.values.every((value) => String(value.raw) === "false"),
  );
}

function isKnownKey(lowerKey: string, grants: readonly Grant[]): boolean {
  if (isGlobalKey(lowerKey)) return true;
  // Nothing can be said about actions that are unknown, or that are everything.
  if (grants.length === 0 || grants.some(({ actions }) => actions.length === 0)) return true;
  return grants.some(({ actions }) => actions.some((action) => knowsKey(action, lowerKey)));
}

/** Without this condition the statement would be open: it is the one that was meant to narrow. */
function isNarrowing(
  lowerKey: string,
  statement: Statement,
  grants: readonly Grant[],
  permissions: Permissions,
): boolean {
  if (lowerKey === "iam:passedtoservice") return true;
  if (isContextual(lowerKey)) return false;
  return grants.some((grant) =>
    statement.resources.some(
      (resource) =>
        resource.isKnown && openActions(grant, resource, permissions).some((action) => knowsKey(action, lowerKey)),
    ),
  );
}

function looksLikePattern(text: string): boolean {
  return /^(arn:|[\w.@-]+[/:]).*\*/.test(text) && !hasVariable(text);
}
