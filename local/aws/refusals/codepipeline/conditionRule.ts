import { oneOf, show } from "../checks";
import type { Refusal } from "../contract";
import { isSet, textAt, valueAt } from "../paths";
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

/** Provider and configuration of one rule of a stage condition. */
export function ruleProblems({ path, value }: FoundRecord): Refusal[] {
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
