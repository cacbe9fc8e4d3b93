import { type Node } from "./node";
import { containsUnknown } from "./placeholders";

const longest = 120;

/** Property names whose values are secrets or may hold one: their values never appear in a message. */
const secretName =
  /pass(word|phrase|wd)?$|secret(string|wo)?|token|credential|private.?key|api.?key|access.?key|oauth/i;

/** The value for a message: shortened, `[unknown]`, `[redacted]`, and nothing at all when absent. */
export function shownValue(node: Node): string | undefined {
  if (node.isAbsent) return undefined;
  if (node.isUnknown) return "[unknown]";
  if (mayBeSecret(node)) return "[redacted]";
  const text = typeof node.raw === "string" ? JSON.stringify(node.raw) : JSON.stringify(node.raw, redactFields);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function mayBeSecret(node: Node): boolean {
  const names = node.path.split(/[.[\]]+/);
  return names.some((name) => secretName.test(name)) || /environment(Variables)?/.test(node.path);
}

function redactFields(key: string, value: unknown): unknown {
  if (key === "__defaults") return undefined;
  if (typeof value === "string" && containsUnknown(value)) return "[unknown]";
  return secretName.test(key) || /^environment(Variables)?$/.test(key) ? "[redacted]" : value;
}
