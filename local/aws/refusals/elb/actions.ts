import { items, oneOf, show, wholeNumber } from "../checks";
import type { Check } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, listAt, numberAt, recordsAt, textAt, valuesAt } from "../paths";
import type { FoundRecord } from "../paths";
import { missingAt } from "../references";
import type { Rule } from "../rules";
import { refusal, when } from "../rules";
import { targetGroupType } from "./types";

const code = "ValidationError";
const terminal = ["forward", "redirect", "fixed-response"];
const contentTypes = ["text/plain", "text/css", "text/html", "application/javascript", "application/json"];
const needs: Record<string, string[]> = {
  redirect: ["redirect"],
  "fixed-response": ["fixedResponse"],
  "authenticate-cognito": ["authenticateCognito"],
  "authenticate-oidc": ["authenticateOidc"],
  "jwt-validation": ["jwtValidation"],
};
const checks: Record<string, Check> = {
  type: oneOf("forward", "redirect", "fixed-response", "authenticate-cognito", "authenticate-oidc", "jwt-validation"),
  order: wholeNumber(1, 50000),
  "redirect.statusCode": oneOf("HTTP_301", "HTTP_302"),
  "redirect.protocol": oneOf("HTTP", "HTTPS", "#{protocol}"),
  "redirect.port": (value) => (value === "#{port}" ? undefined : wholeNumber(1, 65535)(value)),
  "fixedResponse.contentType": oneOf(...contentTypes),
  "fixedResponse.statusCode": (value) =>
    /^[245]\d\d$/.test(String(value)) ? undefined : "use 2XX, 4XX or 5XX, as text",
  "forward.targetGroups": items(1, 5),
  "forward.targetGroups[].weight": wholeNumber(0, 999),
  "forward.stickiness.duration": wholeNumber(1, 604800),
};

/** A rule for the actions of listeners and listener rules. */
export function actionRules(field: string): Rule {
  return ({ inputs }) => {
    const actions = recordsAt(inputs, `${field}[]`);
    const isWhole = listAt(inputs, field)?.length === actions.length;
    return [
      ...actions.flatMap(fieldProblems),
      ...actions.flatMap(kindProblems),
      ...(isWhole ? orderProblems(field, actions) : []),
    ];
  };
}

/** A rule: every target group the actions forward to exists. */
export function actionTargetsExist(field: string): Rule {
  return (call: Call) =>
    [`${field}[].targetGroupArn`, `${field}[].forward.targetGroups[].arn`].flatMap((path) =>
      valuesAt(call.inputs, path).flatMap(({ path: at, value }) =>
        missingAt(call, "TargetGroupNotFound", at, String(value), "target group", [targetGroupType]),
      ),
    );
}

function fieldProblems({ path, value }: FoundRecord): Refusal[] {
  return Object.entries(checks).flatMap(([name, check]) =>
    valuesAt(value, name).flatMap(({ path: at, value: given }) => {
      const problem = check(given);
      return problem === undefined
        ? []
        : [refusal(code, `${path}.${at}`, `${path}.${at} is ${show(given)}: ${problem}.`)];
    }),
  );
}

function kindProblems({ path, value }: FoundRecord): Refusal[] {
  const type = textAt(value, "type");
  const missing = (needs[type ?? ""] ?? []).filter((name) => !isSet(value, name));
  const hasGroup = isSet(value, "targetGroupArn") || isSet(value, "forward");
  return [
    ...missing.map((name) => refusal(code, `${path}.${name}`, `${path}.${name} is missing: type ${type} needs it.`)),
    ...when(
      type === "forward" && !hasGroup,
      code,
      `${path}.targetGroupArn`,
      `${path}.targetGroupArn is missing: type forward needs it, or forward with targetGroups.`,
    ),
    ...when(
      type === "redirect" && isLoop(value),
      "InvalidLoadBalancerAction",
      `${path}.redirect`,
      `${path}.redirect creates a loop: change at least one of protocol, port, host or path.`,
    ),
  ];
}

/** A redirect that keeps everything comes back to itself. */
function isLoop(action: unknown): boolean {
  const kept: Record<string, string> = { protocol: "#{protocol}", port: "#{port}", host: "#{host}", path: "/#{path}" };
  return Object.entries(kept).every(([name, same]) => {
    const given = `redirect.${name}`;
    return !isSet(action, given) || textAt(action, given) === same;
  });
}

/** The last action answers the request, and only the last. */
function orderProblems(field: string, actions: FoundRecord[]): Refusal[] {
  const sorted = [...actions].sort((a, b) => (numberAt(a.value, "order") ?? 0) - (numberAt(b.value, "order") ?? 0));
  const types = sorted.map(({ value }) => textAt(value, "type"));
  if (types.includes(undefined)) return [];
  const ends = types.filter((type) => terminal.includes(type ?? ""));
  return [
    ...when(actions.length === 0, code, field, `${field} is empty: at least one action is needed.`),
    ...when(
      actions.length > 0 && (ends.length !== 1 || !terminal.includes(types.at(-1) ?? "")),
      "InvalidLoadBalancerAction",
      field,
      `${field} must have exactly one of ${terminal.join(", ")}, and it must be performed last.`,
    ),
  ];
}
