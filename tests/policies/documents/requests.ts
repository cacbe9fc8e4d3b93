import ipaddr from "ipaddr.js";

/**
 * What IAM answers for one request, written down from
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html.
 * The judge reasons about all requests at once; here they are tried one by one.
 */

/** What a request says, by condition key in lower case. */
export type Request = Readonly<Record<string, readonly string[]>>;

/** `{ StringEquals: { "aws:username": ["a"] } }` */
export type Block = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** Whether every condition of the block holds for the request. */
export function holds(block: Block, request: Request): boolean {
  return Object.entries(block).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) =>
      holdsFor(operator, filledIn([wanted].flat(), request), request[key.toLowerCase()]),
    ),
  );
}

/** Values with the request's own in place of policy variables; one without a value fits nothing. */
function filledIn(values: readonly string[], request: Request): string[] {
  return values.flatMap((value) => {
    const name = /\$\{([^}]+)\}/.exec(value)?.[1];
    if (name === undefined) return [value];
    return (request[name.toLowerCase()] ?? []).map((found) => value.replace(/\$\{[^}]+\}/, found));
  });
}

function holdsFor(written: string, wanted: readonly string[], found: readonly string[] | undefined): boolean {
  const [, set, name = ""] = /^(?:(ForAllValues|ForAnyValue):)?(.*?)$/i.exec(written) ?? [];
  if (/^null$/i.test(name)) return wanted.some((value) => value === String(found === undefined));
  const base = name.replace(/IfExists$/i, "");
  if (found === undefined && base !== name) return true;
  const isWanted = compare(base.replace(/Not/i, ""));
  const isNegative = /not/i.test(base);
  const passes = (value: string) => wanted.some((one) => isWanted(one, value)) !== isNegative;
  if (set?.toLowerCase() === "forallvalues") return (found ?? []).every(passes);
  if (set?.toLowerCase() === "foranyvalue") return (found ?? []).some(passes);
  return found === undefined ? isNegative : found.some(passes);
}

type Compare = (wanted: string, found: string) => boolean;

function compare(base: string): Compare {
  const [, family = "", relation = ""] = /^(string|numeric|date|bool|binary|ipaddress|arn)(.*)$/i.exec(base) ?? [];
  switch (family.toLowerCase()) {
    case "string":
      if (/^like$/i.test(relation)) return fitsPattern;
      return /^equals$/i.test(relation) ? (a, b) => a === b : (a, b) => a.toLowerCase() === b.toLowerCase();
    case "numeric":
      return (a, b) => inRelation(relation, Number(b) - Number(a));
    case "date":
      return (a, b) => inRelation(relation, Date.parse(b) - Date.parse(a));
    case "ipaddress":
      return inRange;
    case "arn":
      // Each of the six parts is compared for itself, with `ArnEquals`, too.
      return (a, b) => a.split(":").length === 6 && a.split(":").every((part, i) => fitsPattern(part, b.split(":")[i]));
    default:
      return (a, b) => a.toLowerCase() === b.toLowerCase();
  }
}

function inRelation(relation: string, difference: number): boolean {
  if (difference === 0) return /equals$/i.test(relation);
  return difference < 0 ? /^less/i.test(relation) : /^greater/i.test(relation);
}

function inRange(wanted: string, found: string): boolean {
  const range = ipaddr.parseCIDR(wanted.includes("/") ? wanted : `${wanted}/${wanted.includes(":") ? 128 : 32}`);
  const address = ipaddr.parse(found);
  return address.kind() === range[0].kind() && address.match(range);
}

/** By a regular expression, for short patterns. */
export function fitsPattern(pattern: string, text = ""): boolean {
  return expressionOf(pattern).test(text);
}

export function expressionOf(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\*/g, ".*").replace(/\?/g, ".")}$`, "s");
}
