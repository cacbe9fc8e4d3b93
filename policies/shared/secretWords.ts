import { joinPath } from "./node";
import type { Resource } from "./resource";

/** Texts shorter than this say nothing, and would be found in any sentence. */
const shortest = 4;
/** Messages cut long values, so that only their beginnings appear. */
const compared = 40;

/** What stands in every document. */
const grammar = new Set(["Allow", "Deny", "2012-10-17", "2008-10-17", "true", "false"]);

const known = new WeakMap<Resource, readonly string[]>();

/** Whether one of the texts repeats something of what the program marked as secret in the resource. */
export function tellsSecret(resource: Resource | undefined, texts: readonly (string | undefined)[]): boolean {
  if (!resource?.secrets || resource.secrets.size === 0) return false;
  let words = known.get(resource);
  if (!words) {
    words = [...new Set(wordsBelow(resource.props.raw, "", false, resource.secrets))];
    known.set(resource, words);
  }
  const told = texts.join("\n").toLowerCase();
  return words.some((word) => told.includes(word));
}

function wordsBelow(value: unknown, path: string, isInside: boolean, secrets: ReadonlySet<string>): string[] {
  const inside = isInside || secrets.has(path);
  if (typeof value === "string") return inside ? wordsOf(value) : [];
  if (typeof value !== "object" || value === null) return [];
  const fields: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return fields.flatMap(([key, field]) => wordsBelow(field, joinPath(path, key), inside, secrets));
}

/** The text itself; of a document the texts in it, since messages quote single leaves. Its keys are no secret. */
function wordsOf(text: string): string[] {
  const leaves = [...text.matchAll(/"((?:[^"\\]|\\.)*)"?(\s*:)?/g)].filter(([, , colon]) => colon === undefined);
  const parts = /^\s*[[{]/.test(text) ? leaves.map(([, part = ""]) => part) : [text];
  return parts
    .filter((part) => part.length >= shortest && !grammar.has(part))
    .map((part) => part.slice(0, compared).toLowerCase());
}
