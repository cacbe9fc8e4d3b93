import { closest, distance } from "fastest-levenshtein";
import type { Kind } from "./configKinds";

/** A key of the stack's settings. Empty text and empty lists count as not set. */
export interface Key<T> {
  readonly kind: Kind<T>;
  /** Whether the stack can do without it. */
  readonly optional?: boolean;
}

export type Keys<T> = { readonly [Name in keyof T]-?: Key<Exclude<T[Name], undefined>> };

/** One thing that is wrong, and the command that puts it right. */
export interface Problem {
  readonly key: string;
  readonly found: string;
  readonly expectation: string;
  readonly command: string;
}

export interface Reading<T> {
  readonly values: Partial<T>;
  readonly problems: Problem[];
}

const furthestTypo = 4;

/** Reads every key of a namespace, and lists everything that is wrong instead of stopping at the first. */
export function readKeys<T extends object>(
  namespace: string,
  given: Record<string, string>,
  keys: Keys<T>,
  isSecret: (key: string) => boolean = () => false,
): Reading<T> {
  const problems: Problem[] = [];
  const values: Partial<T> = {};
  for (const name of Object.keys(keys) as (keyof T & string)[]) {
    const { kind, optional } = keys[name];
    const text = given[`${namespace}:${name}`];
    const value = text === undefined ? undefined : kind.parse(text);
    if (isUnset(text)) {
      if (!optional) problems.push(problem(namespace, name, "is not set", kind));
    } else if (value === undefined) {
      const shown = isSecret(`${namespace}:${name}`) ? "a secret" : JSON.stringify(text);
      problems.push(problem(namespace, name, `is ${shown}`, kind));
    } else {
      values[name] = value;
    }
  }
  return { values, problems: [...problems, ...unknownKeys(namespace, given, Object.keys(keys))] };
}

/** A key nobody reads is a mistake: the setting it was meant to be keeps its default, silently. */
function unknownKeys(namespace: string, given: Record<string, string>, known: string[]): Problem[] {
  const names = Object.keys(given)
    .filter((key) => key.startsWith(`${namespace}:`))
    .map((key) => key.slice(namespace.length + 1));
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const nearest = closest(name, known);
      const near = distance(name, nearest) <= furthestTypo;
      return {
        key: `${namespace}:${name}`,
        found: "is not a key of this project",
        expectation: near ? `perhaps ${nearest}` : `one of ${known.join(", ")}`,
        command: `pulumi config rm ${namespace}:${name}`,
      };
    });
}

export function problem(namespace: string, name: string, found: string, kind: Kind<unknown>): Problem {
  const key = `${namespace}:${name}`;
  const target = kind.path === "" ? key : `--path '${key}${kind.path}'`;
  const command = `pulumi config set ${target} ${kind.example}`;
  return { key, found, expectation: kind.expectation, command };
}

export function describeProblems(stack: string, problems: Problem[]): string {
  const lines = problems.map(
    ({ key, found, expectation, command }) =>
      `  ${key} ${found}; expected ${expectation}\n    ${command} --stack ${stack}`,
  );
  return [`The settings of stack ${stack} need ${count(problems.length)}:`, ...lines].join("\n");
}

const count = (number: number) => (number === 1 ? "one correction" : `${number} corrections`);

const isUnset = (text: string | undefined) => text === undefined || ["", "[]", "{}"].includes(text.trim());
