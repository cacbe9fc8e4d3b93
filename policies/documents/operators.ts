/** A condition operator, taken apart. */
export interface Operator {
  readonly name: string;
  /** `String`, `Arn`, `Numeric` … */
  readonly family: "string" | "numeric" | "date" | "bool" | "binary" | "ip" | "arn" | "null";
  /** `StringNotEquals` and its like, which hold for everything but the values. */
  readonly negative: boolean;
  /** Whether `*` and `?` in the value are wildcards. */
  readonly wildcards: boolean;
  /** Holds also when the request has no such key. */
  readonly ifExists: boolean;
  readonly set: "ForAllValues" | "ForAnyValue" | undefined;
}

const bases: Readonly<Record<string, Pick<Operator, "family" | "negative" | "wildcards">>> = {
  stringequals: { family: "string", negative: false, wildcards: false },
  stringnotequals: { family: "string", negative: true, wildcards: false },
  stringequalsignorecase: { family: "string", negative: false, wildcards: false },
  stringnotequalsignorecase: { family: "string", negative: true, wildcards: false },
  stringlike: { family: "string", negative: false, wildcards: true },
  stringnotlike: { family: "string", negative: true, wildcards: true },
  numericequals: { family: "numeric", negative: false, wildcards: false },
  numericnotequals: { family: "numeric", negative: true, wildcards: false },
  numericlessthan: { family: "numeric", negative: false, wildcards: false },
  numericlessthanequals: { family: "numeric", negative: false, wildcards: false },
  numericgreaterthan: { family: "numeric", negative: false, wildcards: false },
  numericgreaterthanequals: { family: "numeric", negative: false, wildcards: false },
  dateequals: { family: "date", negative: false, wildcards: false },
  datenotequals: { family: "date", negative: true, wildcards: false },
  datelessthan: { family: "date", negative: false, wildcards: false },
  datelessthanequals: { family: "date", negative: false, wildcards: false },
  dategreaterthan: { family: "date", negative: false, wildcards: false },
  dategreaterthanequals: { family: "date", negative: false, wildcards: false },
  bool: { family: "bool", negative: false, wildcards: false },
  binaryequals: { family: "binary", negative: false, wildcards: false },
  ipaddress: { family: "ip", negative: false, wildcards: false },
  notipaddress: { family: "ip", negative: true, wildcards: false },
  arnequals: { family: "arn", negative: false, wildcards: true },
  arnlike: { family: "arn", negative: false, wildcards: true },
  arnnotequals: { family: "arn", negative: true, wildcards: true },
  arnnotlike: { family: "arn", negative: true, wildcards: true },
  null: { family: "null", negative: false, wildcards: false },
};

export function readOperator(name: string): Operator | undefined {
  const match = /^(?:(ForAllValues|ForAnyValue):)?([a-z]+?)(IfExists)?$/i.exec(name);
  if (!match) return undefined;
  const lowerName = (match[2] as string).toLowerCase();
  const base = Object.hasOwn(bases, lowerName) ? bases[lowerName] : undefined;
  if (!base) return undefined;
  const set = match[1]?.toLowerCase();
  return {
    name,
    ...base,
    ifExists: match[3] !== undefined,
    set: set === "forallvalues" ? "ForAllValues" : set === "foranyvalue" ? "ForAnyValue" : undefined,
  };
}

/** An operator that can only shrink what a statement allows: see the judging rules on vacuous conditions. */
export function isPositive(operator: Operator): boolean {
  return !operator.negative && !operator.ifExists && operator.set !== "ForAllValues" && operator.family !== "null";
}
