/** How the text of one config key becomes a value. Answers undefined for text that is not of the kind. */
export interface Kind<T> {
  /** What is accepted, in words that complete "expected …". */
  readonly expectation: string;
  /** A value that would be accepted, as the command line wants it. */
  readonly example: string;
  /** Where in the value the example goes, as `pulumi config set --path` wants it; empty for a whole value. */
  readonly path: string;
  readonly parse: (text: string) => T | undefined;
}

const kind = <T>(expectation: string, example: string, parse: (text: string) => T | undefined, path = ""): Kind<T> => ({
  expectation,
  example,
  parse,
  path,
});

export function text(expectation: string, pattern: RegExp, example: string): Kind<string> {
  return kind(expectation, example, (given) => (pattern.test(given) ? given : undefined));
}

export function choice<T extends string>(values: readonly T[], example: T | undefined = values[0]): Kind<T> {
  const expectation = `one of ${values.join(", ")}`;
  return kind(expectation, example ?? "", (given) => values.find((value) => value === given));
}

export function integer(least: number, most: number, example: number): Kind<number> {
  const expectation = `a whole number from ${least} to ${most}`;
  const within = (value: number) => Number.isInteger(value) && value >= least && value <= most;
  return kind(expectation, String(example), (given) => {
    const value = given.trim() === "" ? NaN : Number(given);
    return within(value) ? value : undefined;
  });
}

/** One of a few numbers. */
export function number(values: readonly number[], example: number): Kind<number> {
  const expectation = `one of ${values.join(", ")}`;
  return kind(expectation, String(example), (given) => values.find((value) => String(value) === given.trim()));
}

export const flag: Kind<boolean> = kind("true or false", "true", (given) =>
  given === "true" ? true : given === "false" ? false : undefined,
);

/** A list, written as JSON in the stack's settings. */
export function list<T>(items: Kind<T>): Kind<T[]> {
  const parse = (given: string) => {
    const parsed = json(given);
    if (!Array.isArray(parsed)) return undefined;
    const values = parsed.map((item) => items.parse(asText(item)));
    return values.includes(undefined) ? undefined : (values as T[]);
  };
  return kind(`a list, each item ${items.expectation}`, items.example, parse, `[0]${items.path}`);
}

type Fields<T> = { readonly [Name in keyof T]: Kind<T[Name]> };

/** An object with exactly these fields; those named optional may be missing. */
export function object<T extends object>(fields: Fields<T>, optional: (keyof T)[] = []): Kind<T> {
  const entries = Object.entries(fields) as [keyof T & string, Kind<unknown>][];
  const described = entries.map(([name, { expectation }]) => `${name} (${expectation})`).join(", ");
  const [first] = entries;
  const parse = (given: string) => {
    const parsed = json(given);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return undefined;
    if (Object.keys(parsed).some((name) => !(name in fields))) return undefined;
    const result: Partial<Record<keyof T, unknown>> = {};
    for (const [name, field] of entries) {
      const item = (parsed as Record<string, unknown>)[name];
      if (item === undefined && optional.includes(name)) continue;
      const value = item === undefined ? undefined : field.parse(asText(item));
      if (value === undefined) return undefined;
      result[name] = value;
    }
    return result as T;
  };
  return kind(`an object with ${described}`, first?.[1].example ?? "", parse, `.${first?.[0]}${first?.[1].path}`);
}

const asText = (item: unknown): string => (typeof item === "string" ? item : JSON.stringify(item));

function json(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}
