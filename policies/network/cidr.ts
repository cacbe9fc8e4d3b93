import type { Node } from "../shared/node";

/**
 * Whether an address range is so wide that it means the world: `0.0.0.0/0`, `::/0`, and also the halves and quarters
 * that people write to get around a check. No private range is that wide: the widest are `10.0.0.0/8` and `fc00::/7`.
 */
export function isWorld(range: string): boolean {
  const [address = "", length] = range.trim().split("/");
  if (length === undefined || !/^\d{1,3}$/.test(length)) return false;
  if (!address.includes(":")) return Number(length) < 8;
  return Number(length) < 16 && !/^f[cde]/i.test(address);
}

/** The ranges among the nodes that mean the world. Unknown ones are made from something known elsewhere: never the world. */
export function worldRanges(nodes: readonly Node[]): Node[] {
  return nodes.filter((node) => node.isKnown && typeof node.raw === "string" && isWorld(node.raw));
}
