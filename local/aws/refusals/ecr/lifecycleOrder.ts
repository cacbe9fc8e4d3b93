import { numberAt, textAt } from "../paths";
import type { Fields } from "../paths";

/** Priorities are unique; per storage class there is one untagged and one any rule, and the any rule is looked at last. */
export function orderProblems(rules: Fields[]): string[] {
  const priorities = rules.flatMap((rule) => numberAt(rule, "rulePriority") ?? []);
  const repeated = priorities.find((one, index) => priorities.indexOf(one) !== index);
  const problems = repeated === undefined ? [] : [`rulePriority ${repeated} is used twice; make each unique`];
  for (const status of ["untagged", "any"]) {
    const same = rules.filter(
      (rule) => textAt(rule, "selection.tagStatus") === status && textAt(rule, "action.type") === "expire",
    );
    const classes = same.map((rule) => textAt(rule, "selection.storageClass") ?? "standard");
    if (new Set(classes).size !== classes.length) problems.push(`two rules have tagStatus ${status}; keep one`);
  }
  const any = rules.find(
    (rule) => textAt(rule, "selection.tagStatus") === "any" && textAt(rule, "action.type") === "expire",
  );
  const anyPriority = numberAt(any, "rulePriority");
  const later = rules
    .filter((rule) => textAt(rule, "action.type") === "expire")
    .map((rule) => numberAt(rule, "rulePriority") ?? 0);
  if (anyPriority !== undefined && later.some((one) => one > anyPriority))
    problems.push(`the rule with tagStatus any has rulePriority ${anyPriority}; give it the highest number of all`);
  return problems;
}
