import { hasUnknown, isRecord, isUnknown } from "./paths";
import type { Fields } from "./paths";

/** The document as an object, or undefined when it is unknown or not JSON. */
export function parsePolicy(value: unknown): Fields | undefined {
  if (isRecord(value)) return value;
  if (typeof value !== "string" || isUnknown(value)) return undefined;
  try {
    const parsed: unknown = JSON.parse(value);
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

export function statementsOf(document: Fields): Fields[] {
  const { Statement: given } = document;
  return (Array.isArray(given) ? given : [given]).filter(isRecord);
}

/** The known texts of an element that may be one text or a list. */
export function texts(element: unknown): string[] {
  const list: unknown[] = Array.isArray(element) ? element : [element];
  return list.filter((one): one is string => typeof one === "string" && !hasUnknown(one));
}

/** IAM counts characters without white space; the other services count bytes as sent. */
export function policyLength(value: unknown, withoutWhitespace: boolean): number {
  if (hasUnknown(value)) return 0;
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return withoutWhitespace ? text.replace(/\s/g, "").length : Buffer.byteLength(text);
}
