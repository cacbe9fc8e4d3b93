import { show } from "../checks";
import { isRecord } from "../paths";
import type { Fields } from "../paths";

const operators = [
  ...["prefix", "suffix", "anything-but", "numeric", "exists", "cidr"],
  ...["equals-ignore-case", "wildcard"],
];

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html */
export function patternProblems(text: string): string[] {
  let pattern: unknown;
  try {
    pattern = JSON.parse(text);
  } catch {
    return ["it is not JSON; build it with JSON.stringify"];
  }
  if (!isRecord(pattern) || Object.keys(pattern).length === 0) return ["it must be an object with at least one field"];
  return fieldProblems(pattern, "");
}

function fieldProblems(pattern: Fields, path: string): string[] {
  return Object.entries(pattern).flatMap(([name, value]) => {
    const at = path === "" ? name : `${path}.${name}`;
    if (name === "$or" && Array.isArray(value)) return value.filter(isRecord).flatMap((one) => fieldProblems(one, at));
    if (isRecord(value))
      return Object.keys(value).length === 0 ? [`${at} is empty; give values`] : fieldProblems(value, at);
    if (!Array.isArray(value)) return [`${at} is ${show(value)}; put it in a list: [${show(value)}]`];
    if (value.length === 0) return [`${at} is an empty list; give at least one value`];
    return value.filter(isRecord).flatMap((filter) => filterProblems(filter, at));
  });
}

function filterProblems(filter: Fields, at: string): string[] {
  const names = Object.keys(filter);
  const [name = ""] = names;
  if (names.length !== 1 || !operators.includes(name))
    return [`${at} has the filter ${show(filter)}; use one of ${operators.join(", ")}`];
  if (name === "exists" && typeof filter.exists !== "boolean") return [`${at}: exists takes true or false`];
  if (name === "numeric" && !(Array.isArray(filter.numeric) && filter.numeric.length % 2 === 0))
    return [`${at}: numeric takes pairs such as [">", 0]`];
  return [];
}
