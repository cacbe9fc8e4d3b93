import { oneOf, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, listAt, recordsAt, textAt, valueAt } from "../paths";
import type { FoundRecord } from "../paths";
import { refusal, when } from "../rules";
import { ruleProblems } from "./conditionRule";

const code = "InvalidStageDeclarationException";

const resultsOf: Record<string, readonly string[]> = {
  beforeEntry: ["FAIL", "SKIP"],
  onSuccess: ["FAIL", "ROLLBACK"],
  onFailure: ["ROLLBACK", "FAIL", "RETRY", "SKIP"],
};

export function refuseConditions({ inputs }: Call): Refusal[] {
  return recordsAt(inputs, "stages[]").flatMap((stage, index) => [
    ...Object.keys(resultsOf).flatMap((place) => conditionProblems(stage, index, place)),
    ...failureProblems(stage, index),
  ]);
}

function conditionProblems(stage: FoundRecord, index: number, place: string): Refusal[] {
  const at = `${stage.path}.${place}.condition`;
  const condition = valueAt(stage.value, `${place}.condition`);
  const result = textAt(condition, "result");
  const results = resultsOf[place] ?? [];
  const problem = result === undefined ? undefined : oneOf(...results)(result);
  const rules = recordsAt(condition, "rules[]").map(({ path, value }) => ({ path: `${at}.${path}`, value }));
  const count = listAt(condition, "rules")?.length;
  return [
    ...when(problem !== undefined, code, `${at}.result`, `${at}.result is ${show(result)}: ${problem}.`),
    ...when(
      result === "ROLLBACK" && index === 0,
      code,
      `${at}.result`,
      `${at}.result is ROLLBACK in the source stage: a source stage cannot roll back. Use FAIL.`,
    ),
    ...when(
      count !== undefined && (count < 1 || count > 5),
      code,
      `${at}.rules`,
      `${at}.rules has ${count} rules: use 1 to 5.`,
    ),
    ...rules.flatMap((rule, position) => [
      ...ruleProblems(rule),
      ...skipProblems(rule, place, result),
      ...nameProblems(rules, position),
    ]),
  ];
}

function skipProblems({ path, value }: FoundRecord, place: string, result: string | undefined): Refusal[] {
  const provider = textAt(value, "ruleTypeId.provider");
  const canSkip = provider === undefined || ["LambdaInvoke", "VariableCheck"].includes(provider);
  return when(
    place === "beforeEntry" && result === "SKIP" && !canSkip,
    code,
    `${path}.ruleTypeId.provider`,
    `${path}.ruleTypeId.provider is ${provider} and the result is SKIP: use LambdaInvoke or VariableCheck, or result FAIL.`,
  );
}

function nameProblems(rules: FoundRecord[], index: number): Refusal[] {
  const names = rules.map(({ value }) => textAt(value, "name"));
  const rule = rules[index];
  if (rule === undefined || names[index] === undefined || names.indexOf(names[index]) === index) return [];
  return [
    refusal(
      code,
      `${rule.path}.name`,
      `${rule.path}.name is ${show(names[index])}, as another rule's: make each unique.`,
    ),
  ];
}

function failureProblems(stage: FoundRecord, index: number): Refusal[] {
  const at = `${stage.path}.onFailure`;
  const result = textAt(stage.value, "onFailure.result");
  const retry = isSet(stage.value, "onFailure.retryConfiguration");
  return [
    ...when(
      result === "ROLLBACK" && index === 0,
      code,
      `${at}.result`,
      `${at}.result is ROLLBACK in the source stage: a source stage cannot roll back. Use RETRY, or remove it.`,
    ),
    ...when(
      retry && result !== undefined && result !== "RETRY",
      code,
      `${at}.retryConfiguration`,
      `${at}.retryConfiguration is set and ${at}.result is ${result}: use RETRY, or remove it.`,
    ),
  ];
}
