import { closest } from "fastest-levenshtein";
import { show } from "./checks";
import { isRecord, isUnknown } from "./paths";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const operators = [
  ...["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"],
  ...["StringLike", "StringNotLike", "NumericEquals", "NumericNotEquals", "NumericLessThan"],
  ...["NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals", "DateEquals", "DateNotEquals"],
  ...["DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals", "Bool", "BinaryEquals"],
  ...["IpAddress", "NotIpAddress", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "Null"],
];
const byLowerCase = new Set(operators.map((one) => one.toLowerCase()));

export function conditionProblems(condition: unknown, at: string): string[] {
  if (condition === undefined || isUnknown(condition)) return [];
  if (!isRecord(condition)) return [`${at}.Condition is ${show(condition)}; use an object of operators`];
  return Object.entries(condition).flatMap(([operator, keys]) => {
    const base = operator.replace(/^(ForAllValues|ForAnyValue):/i, "").replace(/IfExists$/i, "");
    if (!byLowerCase.has(base.toLowerCase()))
      return [`${at}.Condition has the unknown operator ${operator}; did you mean ${closest(base, operators)}?`];
    if (isUnknown(keys)) return [];
    if (!isRecord(keys)) return [`${at}.Condition.${operator} is ${show(keys)}; use an object of condition keys`];
    return Object.keys(keys)
      .filter((key) => !isUnknown(key) && !key.includes(":"))
      .map(
        (key) => `${at}.Condition.${operator} has the key ${show(key)} without a prefix; write it like "aws:SourceArn"`,
      );
  });
}
