import { closest, distance } from "fastest-levenshtein";
import type { Fields as DeclaredFields, Property, Shape } from "../schema";
import { show } from "./checks";
import type { Call, Refusal } from "./contract";
import { isRecord, isUnknown } from "./paths";
import type { Fields } from "./paths";
import { refusal } from "./rules";

/** Missing, unknown and wrongly typed inputs, judged by the declarations of the installed `@pulumi/aws`. */
export function refuseInputs(call: Call): Refusal[] {
  return refuseFields(call, call.schema.inputs, call.inputs, "");
}

function refuseFields(call: Call, declared: DeclaredFields, given: Fields, path: string): Refusal[] {
  const missing = Object.entries(declared)
    .filter(([name, property]) => property.required && isAbsent(given[name]))
    .map(([name]) => missingField(call, join(path, name)));
  const wrong = Object.entries(given).flatMap(([name, value]) => {
    if (isAbsent(value) || isEngineField(name)) return [];
    const property = declared[name];
    const at = join(path, name);
    return property === undefined ? [unknownField(call, declared, name, at)] : refuseValue(call, property, value, at);
  });
  return [...missing, ...wrong];
}

function refuseValue(call: Call, property: Property, value: unknown, path: string): Refusal[] {
  return refuseShape(call, property.shape, value, path);
}

function refuseShape(call: Call, shape: Shape, value: unknown, path: string): Refusal[] {
  if (isUnknown(value) || isAbsent(value)) return [];
  switch (shape.kind) {
    case "string":
    case "number":
    case "boolean":
      return typeof value === shape.kind ? [] : [wrongType(path, value, shape.kind)];
    case "array":
      if (!Array.isArray(value)) return [wrongType(path, value, "list")];
      return value.flatMap((item, index) => refuseShape(call, shape.element, item, `${path}[${index}]`));
    case "map":
      if (!isRecord(value)) return [wrongType(path, value, "map")];
      return Object.entries(value).flatMap(([key, item]) => refuseShape(call, shape.element, item, `${path}.${key}`));
    case "object":
      if (!isRecord(value)) return [wrongType(path, value, "object")];
      return refuseObject(call, shape.type, value, path);
    case "document":
      return typeof value === "string" || isRecord(value) ? [] : [wrongType(path, value, "JSON document")];
    default:
      return [];
  }
}

function refuseObject(call: Call, type: string | undefined, value: Fields, path: string): Refusal[] {
  const declared = type === undefined ? undefined : call.schema.objects[type];
  return declared === undefined ? [] : refuseFields(call, declared, value, path);
}

function missingField(call: Call, path: string): Refusal {
  return refusal("MissingParameter", path, `${path} is missing: ${call.type} needs it. Set ${path}.`);
}

function unknownField(call: Call, declared: DeclaredFields, name: string, path: string): Refusal {
  const names = Object.keys(declared);
  const nearest = names.length > 0 ? closest(name, names) : undefined;
  const isClose = nearest !== undefined && distance(name, nearest) <= Math.max(3, name.length / 3);
  const wayOut = isClose ? `Did you mean ${nearest}?` : `Known are: ${names.sort().join(", ")}.`;
  return refusal("UnknownParameter", path, `${path} is not an input of ${call.type}. ${wayOut}`);
}

/** AWS and the provider are lenient in places; the SDK's declaration is the contract that is held here. */
function wrongType(path: string, value: unknown, expected: string): Refusal {
  const actual = Array.isArray(value) ? "list" : typeof value;
  return refusal(
    "InvalidParameterType",
    path,
    `${path} is ${show(value)}, a ${actual}, and must be a ${expected}. ${convert(value, expected)}`,
  );
}

function convert(value: unknown, expected: string): string {
  if (expected === "string" && typeof value !== "object") return `Write ${JSON.stringify(String(value))}.`;
  if (expected === "number" && typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value)))
    return `Write ${Number(value)} without quotes.`;
  if (expected === "boolean" && (value === "true" || value === "false")) return `Write ${value} without quotes.`;
  if (expected === "list") return `Write [${show(value)}].`;
  if (expected === "object" && Array.isArray(value)) return "Write one object, not a list.";
  return `Give a ${expected}.`;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

/** `__defaults` and the like are written by SDK and provider, `tagsAll` by the provider's merge of default tags. */
function isEngineField(name: string): boolean {
  return name.startsWith("__") || name === "tagsAll";
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
