/** The form of what Pulumi writes into files, as far as it is read here. Go writes an empty list or map as null, too. */
const text = { type: "string" } as const;
const texts = { type: ["array", "null"], items: text } as const;
const map = { type: ["object", "null"] } as const;

const state = {
  type: "object",
  required: ["urn", "type"],
  properties: {
    urn: { type: "string", pattern: "^urn:pulumi:" },
    type: text,
    inputs: map,
    outputs: map,
    parent: text,
    provider: text,
    dependencies: texts,
    ignoreChanges: texts,
    propertyDependencies: { ...map, additionalProperties: texts },
    sourcePosition: text,
    stackTrace: { type: ["array", "null"], items: { type: "object", properties: { sourcePosition: text } } },
  },
} as const;

const deployment = {
  type: "object",
  properties: { resources: { type: ["array", "null"], items: state } },
} as const;

export const stateSchema = {
  type: "object",
  properties: {
    version: { type: "number" },
    deployment,
    checkpoint: { type: "object", properties: { latest: deployment } },
    steps: {
      type: "array",
      items: { type: "object", required: ["op"], properties: { op: text, newState: state } },
    },
    config: map,
    changeSummary: { ...map, additionalProperties: { type: "number" } },
    diagnostics: { type: ["array", "null"], items: { type: "object", properties: { message: text, severity: text } } },
  },
  anyOf: [{ required: ["deployment"] }, { required: ["checkpoint"] }, { required: ["steps"] }],
} as const;
