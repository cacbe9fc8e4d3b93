import { InputPropertyError, output } from "@pulumi/pulumi";
import type { Input, Output } from "@pulumi/pulumi";

/** An error that names component, property, value and the way out. */
export function invalid(component: string, property: string, value: unknown, wayOut: string): InputPropertyError {
  // The path alone is not part of an InputPropertyError's message, so the reason repeats it.
  const reason = `${component}: \`${property}\` is ${JSON.stringify(value) ?? "not set"}. ${wayOut}`;
  return new InputPropertyError({ propertyPath: property, reason });
}

/**
 * Checks a value at once when it is plain, else as soon as it is known.
 * `problem` answers the way out, or undefined for a value that is fine.
 */
export function validated<T>(
  component: string,
  property: string,
  value: Input<T>,
  problem: (value: T) => string | undefined,
): Output<T> {
  const check = (plain: T): T => {
    const wayOut = problem(plain);
    if (wayOut !== undefined) throw invalid(component, property, plain, wayOut);
    return plain;
  };
  if (isPlain(value)) check(value as T);
  return output(value).apply((resolved) => check(resolved as T));
}

const isPlain = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(isPlain) : typeof value !== "object" && typeof value !== "function";

/** A `problem` for closed sets. */
export function oneOf(allowed: Record<string, string>): (value: string) => string | undefined {
  const values = Object.values(allowed);
  return (value) => (values.includes(value) ? undefined : `Set it to one of ${values.join(", ")}.`);
}

/** A `problem` for whole numbers within limits. */
export function integerBetween(least: number, most: number): (value: number) => string | undefined {
  return (value) =>
    Number.isInteger(value) && value >= least && value <= most
      ? undefined
      : `Set it to a whole number from ${least} to ${most}.`;
}
