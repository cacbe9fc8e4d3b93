import Ajv from "ajv";

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

export function parseFaults(text: string, file: string): readonly FaultRule[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new Error(
      `${FAULTS_VARIABLE}: '${file}' is not valid JSON (${String(error)}). Correct it or unset the variable.`,
      { cause: error },
    );
  }
  const validate = new Ajv({ allErrors: true }).compile(SCHEMA);
  if (validate(content)) return (content as { rules: FaultRule[] }).rules;
  const problems = (validate.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message}`).join("; ");
  throw new Error(
    `${FAULTS_VARIABLE}: '${file}' is not a fault file: ${problems}. See local/aws/README.md for the form.`,
  );
}
