import { oneOf, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, listAt, recordsAt, textAt, valueAt } from "../paths";
import type { FoundRecord } from "../paths";
import { refusal, when } from "../rules";

const code = "InvalidStageDeclarationException";

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference.html */
const requiredOf: Record<string, readonly string[]> = {
  CloudWatchAlarm: ["AlarmName"],
  CodeBuild: ["ProjectName"],
  Commands: [],
  DeploymentWindow: ["Cron"],
  LambdaInvoke: ["FunctionName"],
  VariableCheck: ["Variable", "Value", "Operator"],
};
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

function ruleProblems({ path, value }: FoundRecord): Refusal[] {
  const provider = textAt(value, "ruleTypeId.provider");
  if (provider === undefined) return [];
  const required = requiredOf[provider];
  if (required === undefined) {
    const fix = oneOf(...Object.keys(requiredOf))(provider);
    return [refusal(code, `${path}.ruleTypeId.provider`, `${path}.ruleTypeId.provider is ${show(provider)}: ${fix}.`)];
  }
  const missing = isSet(value, "configuration") && valueAt(value, "configuration") === undefined ? [] : required;
  const wait = textAt(value, "configuration.WaitTime");
  return [
    ...missing
      .filter((key) => !isSet(value, `configuration.${key}`))
      .map((key) =>
        refusal(code, `${path}.configuration`, `${path}.configuration has no ${key}: rule ${provider} needs it.`),
      ),
    ...when(
      provider === "CloudWatchAlarm" && wait !== undefined && !/^\d+$/.test(wait),
      code,
      `${path}.configuration`,
      `${path}.configuration.WaitTime is ${show(wait)}: use minutes, as text of digits.`,
    ),
    ...when(
      provider === "Commands" && !isSet(value, "commands"),
      code,
      `${path}.commands`,
      `${path}.commands is missing: rule Commands needs it.`,
    ),
    ...cronProblems(path, textAt(value, "configuration.Cron")),
  ];
}

/** Six fields and an optional year. */
function cronProblems(path: string, cron: string | undefined): Refusal[] {
  const count = cron?.trim().split(/\s+/).length;
  return when(
    count !== undefined && count !== 6 && count !== 7,
    code,
    `${path}.configuration`,
    `${path}.configuration.Cron is ${show(cron)}: use six fields and an optional year, it has ${count}.`,
  );
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
