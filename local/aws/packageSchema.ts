import type { Fields, Shape, TypeSchema } from "./schema";
import type { Schemas } from "./schemas";

type Json = Record<string, unknown>;

/**
 * The package schema that Pulumi's tools ask for: YAML programs and the code that `pulumi import` writes. It says what
 * the declarations say, without documentation, and knows no functions.
 */
export function packageSchema(schemas: Schemas, version: string): Json {
  const resources: Json = {};
  const types: Json = {};
  for (const module of schemas.modules()) {
    const { resources: ofModule, objects } = schemas.table(module);
    for (const type of Object.keys(ofModule)) resources[type] = resource(schemas.require(type), objects);
    for (const [name, fields] of Object.entries(objects)) {
      types[token(name)] = { type: "object", ...described(fields, objects, "properties", "required") };
    }
  }
  return {
    name: "aws",
    version,
    // `aws:ecr:Repository` is short for `aws:ecr/repository:Repository`.
    meta: { moduleFormat: "(.*)(?:/[^/]*)" },
    language: { nodejs: { packageName: "@pulumi/aws" } },
    provider: {
      inputProperties: { region: { type: "string" } },
      properties: { region: { type: "string" } },
    },
    resources,
    types,
  };
}

function resource(schema: TypeSchema, objects: Readonly<Record<string, Fields>>): Json {
  const outputs = Object.entries(schema.outputs);
  const properties = outputs.map(([name, { shape }]) => [
    name,
    specification(schema.inputs[name]?.shape ?? plain(shape), objects),
  ]);
  return {
    ...described(schema.inputs, objects, "inputProperties", "requiredInputs"),
    properties: Object.fromEntries(properties),
    required: outputs.filter(([, { optional }]) => !optional).map(([name]) => name),
  };
}

function described(fields: Fields, objects: Readonly<Record<string, Fields>>, properties: string, required: string) {
  const entries = Object.entries(fields);
  return {
    [properties]: Object.fromEntries(entries.map(([name, { shape }]) => [name, specification(shape, objects)])),
    [required]: entries.filter(([, field]) => field.required).map(([name]) => name),
  };
}

function specification(shape: Shape, objects: Readonly<Record<string, Fields>>): Json {
  switch (shape.kind) {
    case "array":
      return { type: "array", items: specification(shape.element, objects) };
    case "map":
      return { type: "object", additionalProperties: specification(shape.element, objects) };
    case "object":
      return shape.type !== undefined && shape.type in objects
        ? { $ref: `#/types/${token(shape.type)}` }
        : { $ref: "pulumi.json#/Any" };
    case "asset":
      return { $ref: "pulumi.json#/Asset" };
    case "any":
      return { $ref: "pulumi.json#/Any" };
    case "document":
      return { type: "string" };
    default:
      return { type: shape.kind };
  }
}

/** Types that only outputs have were not read: anything may be in them. */
function plain(shape: Shape): Shape {
  if (shape.kind === "array" || shape.kind === "map") return { ...shape, element: plain(shape.element) };
  return shape.kind === "object" ? { kind: "any" } : shape;
}

/** `ecr.RepositoryImageScanningConfiguration` */
function token(name: string): string {
  const [module = "", type = name] = name.split(".");
  return `aws:${module}/${type}:${type}`;
}
