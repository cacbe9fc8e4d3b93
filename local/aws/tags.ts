import type { TypeSchema } from "./schema";
import type { Properties } from "./values";
import { containsSecret, containsUnknown, isObject, reveal, secret, UNKNOWN } from "./values";

/** `tagsAll` is the provider's `defaultTags` with the resource's own tags over them; the real provider does it in Check. */
export function mergeTags(schema: TypeSchema, inputs: Properties, defaults: Readonly<Record<string, string>>): unknown {
  if (!("tagsAll" in schema.outputs)) return undefined;
  const tags = reveal(inputs["tags"]);
  if (tags === UNKNOWN) return UNKNOWN;
  if (tags !== undefined && tags !== null && !isObject(tags)) return undefined;
  const merged = { ...defaults, ...(tags ?? {}) };
  if (Object.keys(merged).length === 0) return undefined;
  return containsSecret(inputs["tags"]) && !containsUnknown(merged) ? secret(merged) : merged;
}
