import { CHOSEN } from "./check";
import { formatOf } from "./formats";
import { genericOutput } from "./formats/generic";
import type { Subject } from "./formats/subject";
import type { TypeSchema } from "./schema";
import { computedOutputs, optionalComputed } from "./schema";
import type { Properties } from "./values";
import { secret, UNKNOWN } from "./values";

/** Computed outputs that an update changes: unknown while an update is previewed. */
const VOLATILE: Readonly<Record<string, readonly string[]>> = {
  "aws:ssm/parameter:Parameter": ["version", "insecureValue"],
  "aws:s3/bucketObjectv2:BucketObjectv2": ["etag", "versionId"],
  "aws:ec2/launchTemplate:LaunchTemplate": ["latestVersion"],
  "aws:wafv2/webAcl:WebAcl": ["lockToken"],
  "aws:lambda/function:Function": ["lastModified", "qualifiedArn", "version"],
};

/** Outputs of a resource that is about to be created: what follows from the inputs is known, the rest is not. */
export function previewedCreation(schema: TypeSchema, inputs: Properties, region: string): Properties {
  const outputs = fromInputs(inputs);
  for (const name of [...computedOutputs(schema), ...optionalComputed(schema)]) outputs[name] ??= UNKNOWN;
  if (outputs["region"] === UNKNOWN) outputs["region"] = region;
  if (outputs["tagsAll"] === UNKNOWN) outputs["tagsAll"] = {};
  return outputs;
}

export function previewedUpdate(
  schema: TypeSchema,
  inputs: Properties,
  olds: Properties,
  changed: readonly string[],
): Properties {
  const outputs = { ...kept(schema, olds), ...fromInputs(inputs) };
  if (changed.length > 0) for (const name of VOLATILE[schema.type] ?? []) outputs[name] = UNKNOWN;
  return outputs;
}

/** Outputs of a resource that exists, and its id. */
export function actualOutputs(
  schema: TypeSchema,
  inputs: Properties,
  subject: Subject,
  olds: Properties = {},
): { id: string; outputs: Properties } {
  const { id, ...formatted } = formatOf(schema.type)(subject);
  const outputs = { ...kept(schema, olds), ...pickOutputs(schema, formatted), ...fromInputs(inputs) };
  if ("region" in schema.outputs) outputs["region"] ??= subject.region;
  for (const name of [...computedOutputs(schema), ...optionalComputed(schema)]) {
    const output = schema.outputs[name];
    if (outputs[name] !== undefined || output === undefined || output.optional) continue;
    outputs[name] = genericOutput(subject, name, output);
  }
  for (const name of schema.secrets) if (name in outputs) outputs[name] = secret(outputs[name]);
  if (schema.type === "aws:ssm/parameter:Parameter") outputs["version"] = Number(olds["version"] ?? 0) + 1;
  return { id, outputs };
}

function fromInputs(inputs: Properties): Properties {
  const outputs = { ...inputs };
  delete outputs[CHOSEN];
  return outputs;
}

/** Of the old outputs those that no input sets: an input that was removed does not live on. */
function kept(schema: TypeSchema, olds: Properties): Properties {
  const result: Properties = {};
  for (const [name, value] of Object.entries(olds)) {
    if (name in schema.outputs && !(schema.outputs[name]?.optional === true && name in schema.inputs))
      result[name] = value;
  }
  return result;
}

function pickOutputs(schema: TypeSchema, values: Properties): Properties {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => value !== undefined && (name in schema.outputs || name.startsWith("__")),
    ),
  );
}
