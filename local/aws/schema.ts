/**
 * What the stand-in knows of every `@pulumi/aws` resource type. The facts come from the installed package's own type
 * declarations (declarations.ts reads them, schemas.ts caches them), so a newer package needs no change here.
 */

export type Shape =
  | { readonly kind: "string" | "number" | "boolean" | "asset" | "any" }
  | { readonly kind: "array"; readonly element: Shape }
  | { readonly kind: "map"; readonly element: Shape }
  /** `type` is a key of `TypeSchema.objects`; absent when the declaration gives no fields. */
  | { readonly kind: "object"; readonly type?: string }
  /** A JSON document that may be given as text or as an object: the SDK types it `string | PolicyDocument`. */
  | { readonly kind: "document"; readonly type?: string };

export interface Property {
  readonly shape: Shape;
  readonly required: boolean;
  /** The documentation says that a change replaces the resource. immutable.ts adds to this what the text leaves out. */
  readonly replaces?: boolean;
  /** The documentation's closed list of values ("Valid values: …"), or the SDK's enum. */
  readonly values?: readonly string[];
  /** `values` is the SDK's enum type, which is open (`string | Enum`). */
  readonly open?: boolean;
}

export type Fields = Readonly<Record<string, Property>>;

export interface Output {
  readonly shape: Shape;
  /** True when the SDK types it `T | undefined`: AWS and the provider may leave it out. */
  readonly optional: boolean;
}

export interface TypeSchema {
  /** For example `aws:ecr/repository:Repository`. */
  readonly type: string;
  readonly inputs: Fields;
  readonly outputs: Readonly<Record<string, Output>>;
  /** Outputs that the SDK marks secret. */
  readonly secrets: readonly string[];
  /** The fields of every nested type that the inputs reach, by the name used in `Shape.type`. */
  readonly objects: Readonly<Record<string, Fields>>;
}

/** Outputs that are not inputs: unknown until the resource exists. */
export function computedOutputs(schema: TypeSchema): string[] {
  return Object.keys(schema.outputs).filter((name) => !(name in schema.inputs));
}

/** Optional inputs that always have a value afterwards: the provider or AWS fills them in (`name`, `region`, …). */
export function optionalComputed(schema: TypeSchema): string[] {
  return Object.entries(schema.outputs)
    .filter(([name, output]) => !output.optional && schema.inputs[name]?.required === false)
    .map(([name]) => name);
}

/** The fields below a shape: of the object itself, or of the objects in an array or map. */
export function fieldsOf(schema: TypeSchema, shape: Shape): Fields | undefined {
  if (shape.kind === "array" || shape.kind === "map") return fieldsOf(schema, shape.element);
  if (shape.kind === "object" && shape.type !== undefined) return schema.objects[shape.type];
  return undefined;
}

/** What one module of the package declares. */
export interface ModuleTable {
  readonly resources: Readonly<Record<string, Omit<TypeSchema, "objects" | "type">>>;
  readonly objects: Readonly<Record<string, Fields>>;
}

/** `aws:ecr/repository:Repository` is in module `ecr`. */
export function moduleOf(type: string): string {
  return type.split(":")[1]?.split("/")[0] ?? "";
}
