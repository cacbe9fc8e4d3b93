import { type Condition, isWildcardOnly, textOf } from "../../documents/conditions";
import { isPositive } from "../../documents/operators";
import type { Statement } from "../../documents/statement";
import type { Action } from "./actionData";
import { splitArn } from "./arnFormat";
import { isContextual } from "./contextualKeys";
import { resourceOwnerKeys } from "./overrides";

/** The condition that keeps the action to some of its resources, if there is one. Throws `Undecided` on unknown values. */
export function narrowingCondition(statement: Statement, action: Action): Condition | undefined {
  return statement.conditions.find((condition) => narrows(condition, action));
}

function narrows(condition: Condition, action: Action): boolean {
  return (
    isPositive(condition.operator) &&
    !isContextual(condition.lowerKey) &&
    knowsKey(action, condition.lowerKey) &&
    hasFixedValues(condition)
  );
}

/** The condition that keeps a statement to the resources of fixed accounts or organizations. */
export function ownerCondition(statement: Statement): Condition | undefined {
  return statement.conditions.find(
    (condition) =>
      isPositive(condition.operator) && resourceOwnerKeys.includes(condition.lowerKey) && hasFixedValues(condition),
  );
}

/** Whether the action or one of its resource types has the condition key. */
export function knowsKey(action: Action, lowerKey: string): boolean {
  return action.conditionKeys.some((known) => {
    const placeholder = known.search(/\$\{|</);
    return placeholder < 0
      ? known === lowerKey
      : lowerKey.length > placeholder && lowerKey.startsWith(known.slice(0, placeholder));
  });
}

function hasFixedValues(condition: Condition): boolean {
  return condition.values.length > 0 && condition.values.every((value) => !isVacuous(textOf(value)));
}

/** `*`, and ARNs that leave all of the name open: `arn:aws:ecs:*:*:cluster/*`. */
export function isVacuous(text: string): boolean {
  if (isWildcardOnly(text)) return true;
  if (!text.startsWith("arn:")) return false;
  const segments = splitArn(text);
  if (segments.length < 6) return /[*?]/.test(text);
  const names = (segments[5] as string).split(/[/:]/);
  return (names.length > 1 ? names.slice(1) : names).every(isWildcardOnly);
}
