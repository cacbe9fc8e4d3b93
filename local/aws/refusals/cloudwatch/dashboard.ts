import { fields, named, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isRecord, isUnknown, textAt } from "../paths";
import type { Fields } from "../paths";
import type { RuleTable } from "../rules";
import { refusal } from "../rules";

const code = "InvalidParameterInput";
const widgetTypes = ["metric", "text", "log", "alarm", "explorer", "custom"];

export const dashboardRules: RuleTable = {
  "aws:cloudwatch/dashboard:Dashboard": {
    inputs: [
      fields("InvalidParameterValue", {
        dashboardName: named(1, 255, /^[A-Za-z0-9_-]+$/, "letters, digits, - and _ only"),
      }),
      refuseBody,
    ],
  },
};

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
function refuseBody({ inputs }: Call): Refusal[] {
  const text = textAt(inputs, "dashboardBody");
  if (text === undefined) return [];
  return bodyProblems(text).map((problem) => refusal(code, "dashboardBody", `dashboardBody is invalid: ${problem}.`));
}

function bodyProblems(text: string): string[] {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return ["it is not JSON; build it with JSON.stringify or pulumi.jsonStringify"];
  }
  if (!isRecord(body)) return ["it must be an object with widgets"];
  if (!Array.isArray(body.widgets)) return ["it has no list of widgets; add one"];
  if (body.widgets.length > 500) return [`it has ${body.widgets.length} widgets; use at most 500`];
  return body.widgets.flatMap((widget, index) =>
    isRecord(widget) ? widgetProblems(widget, `widgets[${index}]`) : [`widgets[${index}] must be an object`],
  );
}

function widgetProblems(widget: Fields, at: string): string[] {
  const { type, properties } = widget;
  const problems = [
    ...numberProblems(widget, at, "width", 1, 24),
    ...numberProblems(widget, at, "height", 1, 1000),
    ...numberProblems(widget, at, "x", 0, 23),
    ...numberProblems(widget, at, "y", 0, Number.MAX_SAFE_INTEGER),
  ];
  if (isUnknown(type)) return problems;
  if (!widgetTypes.includes(String(type)))
    problems.push(`${at}.type is ${show(type)}; use one of ${widgetTypes.join(", ")}`);
  if (!isRecord(properties)) return [...problems, `${at} has no properties; add them`];
  if (type === "metric" && properties.region === undefined) problems.push(`${at}.properties has no region; set it`);
  if (type === "metric" && properties.metrics === undefined && properties.annotations === undefined)
    problems.push(`${at}.properties has neither metrics nor annotations; add metrics`);
  if (type === "text" && typeof properties.markdown !== "string")
    problems.push(`${at}.properties has no markdown; add it`);
  if (type === "alarm" && !Array.isArray(properties.alarms))
    problems.push(`${at}.properties has no alarms; list their ARNs`);
  return problems;
}

function numberProblems(widget: Fields, at: string, name: string, min: number, max: number): string[] {
  const value = widget[name];
  if (value === undefined || (Number.isInteger(value) && Number(value) >= min && Number(value) <= max)) return [];
  return [`${at}.${name} is ${show(value)}; use a whole number from ${min}${max > 1000 ? "" : ` to ${max}`}`];
}
