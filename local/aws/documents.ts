import type { TypeSchema } from "./schema";
import type { Properties } from "./values";
import { containsSecret, containsUnknown, isObject, reveal, secret, UNKNOWN } from "./values";

/**
 * JSON documents given as objects become text in Check, as in the real provider: keys sorted, wholly unknown when one
 * leaf is unknown, wholly secret when one leaf is secret. Text is left as it is.
 */
export function serialiseDocuments(schema: TypeSchema, inputs: Properties): Properties {
  const result = { ...inputs };
  for (const [name, property] of Object.entries(schema.inputs)) {
    if (property.shape.kind === "document" && name in result) result[name] = serialise(result[name]);
  }
  return result;
}

function serialise(value: unknown): unknown {
  const plain = reveal(value);
  if (!isObject(plain) && !Array.isArray(plain)) return value;
  const text = containsUnknown(plain) ? UNKNOWN : JSON.stringify(sorted(plain));
  return containsSecret(value) ? secret(text) : text;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
