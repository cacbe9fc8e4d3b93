import { oneOf, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, listAt, numberAt, recordsAt, textAt } from "../paths";
import type { FoundRecord } from "../paths";
import { refusal, when } from "../rules";
import { periodProblem } from "./period";

const code = "ValidationError";
const statistic = oneOf("SampleCount", "Average", "Sum", "Minimum", "Maximum");

/** Queries of a metric-math alarm: ids, one result, expressions over ids that exist. */
export function refuseQueries({ inputs }: Call): Refusal[] {
  const given = listAt(inputs, "metricQueries");
  const queries = recordsAt(inputs, "metricQueries[]");
  if (given === undefined || queries.length !== given.length) return [];
  const ids = queries.map(({ value }) => textAt(value, "id"));
  const results = queries.filter(({ value }) => value.returnData === true);
  const areKnown = queries.every(({ value }) => textAt(value, "id") !== undefined);
  const isBand = isSet(inputs, "thresholdMetricId");
  return [
    ...when(given.length > 20, code, "metricQueries", `metricQueries has ${given.length} entries: use at most 20.`),
    ...when(
      results.length !== (isBand ? 2 : 1) && given.length > 0,
      code,
      "metricQueries",
      `metricQueries has ${results.length} entries with returnData true: set it on exactly ${isBand ? "two (metric and band)" : "one"}.`,
    ),
    ...queries.flatMap((query, index) => [...idProblems(query, index, ids), ...sourceProblems(query)]),
    ...(areKnown ? queries.flatMap((query) => expressionProblems(query, ids as string[])) : []),
  ];
}

function idProblems({ path, value }: FoundRecord, index: number, ids: (string | undefined)[]): Refusal[] {
  const id = textAt(value, "id");
  if (id === undefined) return [];
  const fix = "use a lower-case letter followed by letters, digits or _";
  return [
    ...when(!/^[a-z][A-Za-z0-9_]{0,254}$/.test(id), code, `${path}.id`, `${path}.id is ${show(id)}: ${fix}.`),
    ...when(
      ids.indexOf(id) !== index,
      code,
      `${path}.id`,
      `${path}.id is ${show(id)}, as another query's: make ids unique.`,
    ),
  ];
}

function sourceProblems({ path, value }: FoundRecord): Refusal[] {
  const hasMetric = isSet(value, "metric");
  const hasExpression = isSet(value, "expression");
  if (hasMetric === hasExpression)
    return [
      refusal(
        code,
        path,
        `${path} has ${hasMetric ? "metric and expression: keep one" : "neither metric nor expression: set one"}.`,
      ),
    ];
  const period = numberAt(value, "metric.period");
  const stat = textAt(value, "metric.stat");
  const periodText = periodProblem(period);
  const statText =
    stat === undefined || /^(p|tm|tc|ts|wm|IQM|PR|TM|TC|TS|WM)[\d.():%]*$/.test(stat) ? undefined : statistic(stat);
  return [
    ...when(
      periodText !== undefined,
      code,
      `${path}.metric.period`,
      `${path}.metric.period is ${period}: ${periodText}.`,
    ),
    ...when(statText !== undefined, code, `${path}.metric.stat`, `${path}.metric.stat is ${show(stat)}: ${statText}.`),
  ];
}

/** Ids begin in lower case and functions in upper case; SELECT is a Metrics Insights query. */
function expressionProblems({ path, value }: FoundRecord, ids: string[]): Refusal[] {
  const expression = textAt(value, "expression");
  if (expression === undefined || /^\s*SELECT\b/i.test(expression)) return [];
  const at = `${path}.expression`;
  const bare = expression.replace(/"[^"]*"|'[^']*'/g, "");
  const used: string[] = bare.match(/\b[a-z][A-Za-z0-9_]*\b/g) ?? [];
  const missing = [...new Set(used)].filter((id) => !ids.includes(id));
  const isBalanced = bare.split("(").length === bare.split(")").length;
  return [
    ...missing.map((id) =>
      refusal(code, at, `${at} uses ${id}: there is no query with that id. Known are ${ids.join(", ")}.`),
    ),
    ...when(!isBalanced, code, at, `${at} is ${show(expression)}: balance the parentheses.`),
    ...when(
      used.includes(textAt(value, "id") ?? ""),
      code,
      at,
      `${at} uses its own id ${String(value.id)}: an expression cannot refer to itself.`,
    ),
  ];
}
