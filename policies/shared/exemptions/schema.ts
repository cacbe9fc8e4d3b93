/** The form of the exemption file, as JSON Schema. What a schema cannot say is checked in `read.ts`. */
export const longestDays = 180;
export const warningDays = 14;
/** 20 characters or more, not counting spaces around them. */
const reason = { type: "string", pattern: "\\S[\\s\\S]{18,}\\S" } as const;

const word = { type: "string", minLength: 1, pattern: "\\S" } as const;
const urn = { type: "string", pattern: "^urn:pulumi:[^:*]+::[^:*]+::.+::[^*]+$" } as const;

const record = {
  type: "object",
  additionalProperties: false,
  required: ["id", "policy", "reason", "owner", "expires"],
  properties: {
    id: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" },
    policy: { type: "string", pattern: "^[^*\\s]+$" },
    urn,
    type: word,
    name: word,
    component: {
      anyOf: [
        urn,
        {
          type: "object",
          additionalProperties: false,
          required: ["type", "name"],
          properties: { type: word, name: word },
        },
      ],
    },
    stacks: { type: "array", minItems: 1, items: word },
    path: word,
    detail: word,
    reason,
    owner: word,
    expires: { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
  },
  oneOf: [
    {
      required: ["urn"],
      not: { anyOf: [{ required: ["type"] }, { required: ["name"] }, { required: ["component"] }] },
    },
    { required: ["type", "name"], not: { anyOf: [{ required: ["urn"] }, { required: ["component"] }] } },
    {
      required: ["component"],
      not: { anyOf: [{ required: ["urn"] }, { required: ["type"] }, { required: ["name"] }] },
    },
  ],
} as const;

export const exemptionSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Exemptions from the controls of container-delivery-policies",
  type: "object",
  additionalProperties: false,
  required: ["exemptions"],
  properties: { $schema: { type: "string" }, exemptions: { type: "array", items: record } },
} as const;

/** One exemption as written. */
export interface Written {
  readonly id: string;
  readonly policy: string;
  readonly urn?: string;
  readonly type?: string;
  readonly name?: string;
  /** A component's URN, or its type and name: covers everything inside it. */
  readonly component?: string | { readonly type: string; readonly name: string };
  /** The stacks it is meant for. Defaults to all, or to the one that the URN names. */
  readonly stacks?: readonly string[];
  readonly path?: string;
  readonly detail?: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, in UTC. */
  readonly expires: string;
}
