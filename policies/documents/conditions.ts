import { type Node, Undecided } from "../shared/node";
import { shortened } from "./jsonText";
import { MalformedDocument } from "./malformedDocument";
import { type Operator, readOperator } from "./operators";

/** One line of a Condition element: an operator, a key and the values of which one must match. */
export interface Condition {
  readonly operator: Operator;
  /** As written. */
  readonly key: string;
  /** For comparisons: condition keys are case-insensitive. */
  readonly lowerKey: string;
  readonly values: readonly Node[];
  readonly node: Node;
}

export function readConditions(element: Node): readonly Condition[] {
  const value = element.value();
  if (value === undefined) return [];
  if (typeof value !== "object" || Array.isArray(value)) {
    throw new MalformedDocument(element.path, "a Condition must be an object");
  }
  return element.fields().flatMap(([name, keys]) => {
    if (keys.isAbsent) return [];
    const operator = readOperator(name);
    if (!operator) throw new MalformedDocument(keys.path, `IAM knows no condition operator ${shortened(name)}`);
    if (keys.isUnknown) throw new Undecided(keys.path);
    if (typeof keys.raw !== "object" || Array.isArray(keys.raw))
      throw new MalformedDocument(keys.path, "an operator must hold an object");
    return keys.fields().map(([key, list]) => conditionOf(operator, key, list));
  });
}

function conditionOf(operator: Operator, key: string, list: Node): Condition {
  const values = list.isUnknown ? [list] : list.items();
  for (const value of values) {
    if (!["string", "number", "boolean"].includes(typeof value.raw)) {
      throw new MalformedDocument(value.path, "a condition value must be a text, a number or a truth value");
    }
  }
  return { operator, key, lowerKey: key.toLowerCase(), values, node: list };
}

/** The value as IAM compares it: numbers and truth values are texts. Throws `Undecided` when unknown. */
export function textOf(value: Node): string {
  return String(value.value());
}

/** Whether the text has a wildcard that counts: `${*}` is a literal one. */
export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text.replace(/\$\{[*?$]\}/g, ""));
}

/** `*`, `?*`, `**`: a value that anything fits. */
export function isWildcardOnly(text: string): boolean {
  return /^[*?]*\*[*?]*$/.test(text);
}

/** A policy variable such as `${aws:PrincipalAccount}`. */
export function hasVariable(text: string): boolean {
  return /\$\{[^*?$}]/.test(text);
}
