import type { Node } from "./node";

/**
 * Whether the property names a customer managed key. A key that is unknown in preview is made in this stack: the aliases
 * of AWS managed keys are never unknown. AWS's pages write them without `alias/`, and no key of a customer is called so.
 */
export function isCustomerKey(key: Node): boolean {
  const raw = key.raw;
  if (typeof raw === "string" && /(^|:)(alias\/)?aws\//.test(raw)) return false;
  return key.isUnknown || (key.string() ?? "").trim() !== "";
}
