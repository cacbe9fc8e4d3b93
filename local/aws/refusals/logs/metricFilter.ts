import { characters, fields, first, matches, named, oneOf } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, textAt, valueAt } from "../paths";
import { exists } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { units } from "../cloudwatch/units";
import { logGroupType } from "./logGroup";

const metricText = first(characters(1, 255), matches(/^[^:*$]*$/, "a name without : * $"));

export const metricFilterRules: RuleTable = {
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": {
    inputs: [
      fields("InvalidParameterException", {
        name: named(1, 512, /^[^:*]*$/, "a name without : and *"),
        pattern: first(characters(0, 1024), patternProblem),
        "metricTransformation.name": metricText,
        "metricTransformation.namespace": first(metricText, (value) =>
          String(value).startsWith("AWS/") ? "do not begin with AWS/, which AWS keeps for itself" : undefined,
        ),
        "metricTransformation.value": first(characters(1, 100), valueProblem),
        "metricTransformation.unit": oneOf(...units),
        "metricTransformation.defaultValue": (value) =>
          Number.isNaN(Number(value)) ? "use a number, as text" : undefined,
      }),
      refuseDimensions,
    ],
    account: [exists("ResourceNotFoundException", "logGroupName", "log group", logGroupType)],
  },
};

/**
 * Brackets, braces and quotes must close: `{ $.level = "error" }`, `[ip, user, status=5*]`, `"ERROR" -"retry"`.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function patternProblem(pattern: unknown): string | undefined {
  if (typeof pattern !== "string") return undefined;
  const text = pattern.trim();
  const outsideQuotes = text.replace(/\\./g, "").replace(/"[^"]*"/g, "");
  if (outsideQuotes.includes('"')) return "close the quotation mark";
  const withoutExpressions = outsideQuotes.replace(/%[^%]*%/g, "");
  if (text.startsWith("{") && !text.endsWith("}")) return "close the JSON filter with }";
  if (text.startsWith("{") && !withoutExpressions.includes("$.") && !/\$\[/.test(withoutExpressions))
    return 'name a field in the JSON filter, like { $.level = "error" }';
  if (text.startsWith("[") && !text.endsWith("]")) return "close the list of fields with ]";
  const opened = withoutExpressions.split("(").length;
  return opened === withoutExpressions.split(")").length ? undefined : "balance the parentheses";
}

/** A number, or a field of the match such as `$.latency` or `$status`. */
function valueProblem(value: unknown): string | undefined {
  const text = String(value);
  return text.startsWith("$") || !Number.isNaN(Number(text))
    ? undefined
    : 'use a number or a field such as "$.latency"';
}

function refuseDimensions({ inputs }: Call): Refusal[] {
  const at = "metricTransformation.dimensions";
  const dimensions = valueAt(inputs, at);
  const count = typeof dimensions === "object" && dimensions !== null ? Object.keys(dimensions).length : 0;
  const hasPattern = textAt(inputs, "pattern")?.trim() !== "";
  return [
    ...when(count > 3, "InvalidParameterException", at, `${at} has ${count} entries: use at most 3.`),
    ...when(
      count > 0 && isSet(inputs, "metricTransformation.defaultValue"),
      "InvalidParameterException",
      at,
      `${at} and metricTransformation.defaultValue are both set: keep one.`,
    ),
    ...(count > 0 && !hasPattern
      ? [refusal("InvalidParameterException", at, `${at} needs a pattern that names fields.`)]
      : []),
  ];
}
