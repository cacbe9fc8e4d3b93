import { CHOSEN } from "./check";
import { defaultsOf } from "./defaults";
import type { Kind } from "./differences";
import { differences } from "./differences";
import { immutableInputs, isOnePerParent } from "./replacement";
import { nameRule } from "./naming";
import type { TypeSchema } from "./schema";
import type { Properties } from "./values";
import { isObject, revealAll, same } from "./values";

export interface Difference {
  /** Paths to what differs, with a replacement marked. */
  readonly paths: ReadonlyMap<string, { readonly kind: Kind; readonly replaces: boolean }>;
  readonly changed: readonly string[];
  readonly replaces: readonly string[];
  readonly deleteBeforeReplace: boolean;
}

export interface DiffRequest {
  readonly schema: TypeSchema;
  /** Inputs as last checked. */
  readonly oldInputs: Properties;
  /** Outputs as last seen, by a refresh too. */
  readonly oldOutputs: Properties;
  readonly newInputs: Properties;
  readonly ignoreChanges: readonly string[];
}

export function diffResource(request: DiffRequest): Difference {
  const olds = comparable(request, revealAll(request.oldInputs));
  const news = comparable(request, revealAll(request.newInputs));
  addDrift(request, olds, news);
  const immutable = immutableInputs(request.schema);
  const paths = new Map<string, { kind: Kind; replaces: boolean }>();
  for (const name of new Set([...Object.keys(olds), ...Object.keys(news)])) {
    for (const [path, kind] of differences(request.schema, name, olds[name], news[name])) {
      if (!isIgnored(path, request.ignoreChanges)) paths.set(path, { kind, replaces: immutable.has(name) });
    }
  }
  const changed = [...new Set([...paths.keys()].map((path) => path.split(/[.[]/)[0] ?? path))];
  const replaces = changed.filter((name) => immutable.has(name));
  return { paths, changed, replaces, deleteBeforeReplace: replaces.length > 0 && namesCollide(request, olds, news) };
}

/** Inputs without the provider's own notes. Removing an input that AWS fills in itself changes nothing. */
function comparable(request: DiffRequest, inputs: Properties): Properties {
  const result: Properties = {};
  for (const [name, value] of Object.entries(inputs)) {
    if (name === CHOSEN || value === undefined || value === null) continue;
    const property = request.schema.inputs[name];
    const output = request.schema.outputs[name];
    const kept = property?.required === false && output?.optional === false && name !== "tagsAll";
    if (kept && request.newInputs[name] === undefined) continue;
    result[name] = value;
  }
  return result;
}

/** A property that somebody set beside Pulumi (seen by a refresh) and that the program does not have is removed again. */
function addDrift(request: DiffRequest, olds: Properties, news: Properties): void {
  const defaults = defaultsOf(request.schema.type);
  for (const [name, value] of Object.entries(revealAll(request.oldOutputs))) {
    if (name in olds || name in news || !(name in request.schema.inputs)) continue;
    if (request.schema.outputs[name]?.optional !== true || isEmpty(value) || same(value, defaults[name])) continue;
    olds[name] = value;
  }
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false || value === 0) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

function isIgnored(path: string, ignored: readonly string[]): boolean {
  return ignored.some((prefix) => {
    const plain = prefix.replace(/\[\*\]|\.\*/g, "");
    return plain === "*" || path === plain || path.startsWith(`${plain}.`) || path.startsWith(`${plain}[`);
  });
}

/** With the same given name the new resource cannot exist beside the old one; an automatic name is chosen anew. */
function namesCollide(request: DiffRequest, olds: Properties, news: Properties): boolean {
  if (isOnePerParent(request.schema.type)) return true;
  const property = nameRule(request.schema)?.property;
  const chosen = request.newInputs[CHOSEN];
  if (property === undefined || (Array.isArray(chosen) && chosen.includes(property))) return false;
  return news[property] !== undefined && same(olds[property], news[property]);
}
