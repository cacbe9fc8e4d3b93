import Ajv from "ajv";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { logicalName } from "./naming";

export const FAULTS_VARIABLE = "CONTAINER_DELIVERY_FAULTS";

export type Operation = "check" | "create" | "read" | "update" | "delete" | "invoke";
export type Action =
  | { readonly refuse: { readonly code: string; readonly message: string } }
  | { readonly throttle: number }
  | { readonly hang: true }
  | { readonly die: "before" | "after" };

export interface FaultRule {
  /** Any operation when absent. */
  readonly operation?: Operation;
  /** A type token with `*` as a wildcard; any type when absent. */
  readonly type?: string;
  /** The resource's own name with `*` as a wildcard; any name when absent. */
  readonly name?: string;
  /** How often the rule applies, counted over all processes. Defaults to 1. */
  readonly times?: number;
  readonly action: Action;
}

const SCHEMA = {
  type: "object",
  required: ["rules"],
  additionalProperties: false,
  properties: {
    rules: {
      type: "array",
      items: {
        type: "object",
        required: ["action"],
        additionalProperties: false,
        properties: {
          operation: { enum: ["check", "create", "read", "update", "delete", "invoke"] },
          type: { type: "string", minLength: 1 },
          name: { type: "string", minLength: 1 },
          times: { type: "integer", minimum: 1 },
          action: {
            type: "object",
            minProperties: 1,
            maxProperties: 1,
            additionalProperties: false,
            properties: {
              refuse: {
                type: "object",
                required: ["code", "message"],
                additionalProperties: false,
                properties: { code: { type: "string" }, message: { type: "string" } },
              },
              throttle: { type: "integer", minimum: 1 },
              hang: { const: true },
              die: { enum: ["before", "after"] },
            },
          },
        },
      },
    },
  },
};

/**
 * Faults to inject, from the file that CONTAINER_DELIVERY_FAULTS names. How often each rule has applied is kept on disk:
 * a rule that kills the process must not kill its successor too.
 */
export class Faults {
  private readonly rules: readonly FaultRule[];
  private readonly counters: string;

  constructor(file: string | undefined, sandbox: string) {
    const text = file === undefined || file === "" ? '{"rules":[]}' : readFileSync(file, "utf8");
    this.rules = parse(text, file ?? "");
    const key = createHash("sha1").update(`${file}\n${text}`).digest("hex").slice(0, 12);
    this.counters = join(sandbox, "aws", `faults-${key}.json`);
  }

  /** The action of the first rule that fits and is not used up; it counts as applied from now on. */
  next(operation: Operation, type: string, urn: string): Action | undefined {
    if (this.rules.length === 0) return undefined;
    const counts = this.read();
    const index = this.rules.findIndex(
      (rule, position) =>
        (rule.operation ?? operation) === operation &&
        matches(rule.type, type) &&
        matches(rule.name, logicalName(urn)) &&
        (counts[position] ?? 0) < (rule.times ?? 1),
    );
    if (index < 0) return undefined;
    counts[index] = (counts[index] ?? 0) + 1;
    this.write(counts);
    return this.rules[index]?.action;
  }

  private read(): number[] {
    try {
      return JSON.parse(readFileSync(this.counters, "utf8")) as number[];
    } catch {
      return [];
    }
  }

  private write(counts: number[]): void {
    mkdirSync(dirname(this.counters), { recursive: true });
    const temporary = `${this.counters}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify(Array.from(counts, (count) => count ?? 0)));
    renameSync(temporary, this.counters);
  }
}

function parse(text: string, file: string): readonly FaultRule[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new Error(`${FAULTS_VARIABLE}: '${file}' is not valid JSON (${String(error)}). Correct it or unset the variable.`);
  }
  const validate = new Ajv({ allErrors: true }).compile(SCHEMA);
  if (validate(content)) return (content as { rules: FaultRule[] }).rules;
  const problems = (validate.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message}`).join("; ");
  throw new Error(`${FAULTS_VARIABLE}: '${file}' is not a fault file: ${problems}. See local/aws/README.md for the form.`);
}

function matches(glob: string | undefined, value: string): boolean {
  if (glob === undefined) return true;
  const pattern = glob.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pattern.join(".*")}$`).test(value);
}
