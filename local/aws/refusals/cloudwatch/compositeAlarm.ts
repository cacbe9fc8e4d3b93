import { characters, fields, first, items, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { textAt } from "../paths";
import { isForeign, isHere, stored } from "../references";
import type { RuleTable } from "../rules";
import { refusal } from "../rules";
import { parseArn } from "../arn";
import { alarmAction, alarmName, alarmType } from "./metricAlarm";

const compositeType = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
const token =
  /\s*(?:(AND|OR|NOT|TRUE|FALSE)\b|(?:(ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*("[^"]+"|'[^']+'|[^\s()]+)\s*\))|([()]))/y;

export const compositeAlarmRules: RuleTable = {
  [compositeType]: {
    inputs: [
      fields("ValidationError", {
        alarmName,
        alarmDescription: characters(0, 1024),
        alarmRule: first(characters(1, 10240), ruleProblem),
        alarmActions: items(0, 5),
        "alarmActions[]": alarmAction,
        "okActions[]": alarmAction,
        "insufficientDataActions[]": alarmAction,
      }),
    ],
    account: [unique("ValidationError", compositeType, "alarm", { key: "alarmName" }), refuseMissingChildren],
  },
};

interface Token {
  word: string;
  alarm?: string;
}

/** Undefined when the text is not made of the rule language's words. */
function tokensOf(rule: string): Token[] | undefined {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  const text = rule.trim();
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (match === null) return undefined;
    const [, operator, state, alarm, parenthesis] = match;
    if (state !== undefined) tokens.push({ word: state, alarm: alarm?.replace(/^["']|["']$/g, "") });
    else tokens.push({ word: operator ?? parenthesis ?? "" });
  }
  return tokens;
}

/** Operands and operators must alternate, and parentheses close. */
function ruleProblem(rule: unknown): string | undefined {
  const form = 'write it like ALARM("a") AND NOT OK("b")';
  const tokens = tokensOf(String(rule));
  if (tokens === undefined) return form;
  let needsOperand = true;
  let depth = 0;
  for (const { word } of tokens) {
    if (word === "NOT" || word === "(") {
      if (!needsOperand) return form;
      if (word === "(") depth += 1;
    } else if (word === "AND" || word === "OR") {
      if (needsOperand) return form;
      needsOperand = true;
    } else if (word === ")") {
      depth -= 1;
      if (needsOperand || depth < 0) return form;
    } else {
      if (!needsOperand) return form;
      needsOperand = false;
    }
  }
  return needsOperand || depth !== 0 ? form : undefined;
}

function refuseMissingChildren(call: Call): Refusal[] {
  const rule = textAt(call.inputs, "alarmRule");
  if (rule === undefined) return [];
  const known = [...stored(call, alarmType), ...stored(call, compositeType)]
    .filter((one) => isHere(call, one))
    .flatMap((one) => [one.inputs.name, one.inputs.alarmName, one.outputs.name, one.outputs.arn, one.id]);
  return (tokensOf(rule) ?? []).flatMap(({ alarm }) => {
    if (alarm === undefined || isForeign(call, alarm)) return [];
    const name = parseArn(alarm)?.resource.replace(/^alarm:/, "") ?? alarm;
    if (known.includes(name) || known.includes(alarm)) return [];
    return [
      refusal(
        "ValidationError",
        "alarmRule",
        `alarmRule names ${show(name)}: there is no such alarm. Create it first.`,
      ),
    ];
  });
}
