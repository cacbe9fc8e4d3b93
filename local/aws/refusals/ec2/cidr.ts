import ipaddr from "ipaddr.js";

/** An IPv4 block as first and last address; undefined for anything else. */
export function blockOf(cidr: unknown): readonly [number, number] | undefined {
  if (typeof cidr !== "string" || !ipaddr.IPv4.isValidCIDR(cidr)) return undefined;
  const [address, bits] = ipaddr.IPv4.parseCIDR(cidr);
  const first = address.toByteArray().reduce((sum, byte) => sum * 256 + byte, 0);
  return [first, first + 2 ** (32 - bits) - 1];
}

export function contains(outer: unknown, inner: unknown): boolean {
  const [large, small] = [blockOf(outer), blockOf(inner)];
  return large !== undefined && small !== undefined && large[0] <= small[0] && small[1] <= large[1];
}

export function overlaps(one: unknown, other: unknown): boolean {
  const [first, second] = [blockOf(one), blockOf(other)];
  return first !== undefined && second !== undefined && first[0] <= second[1] && second[0] <= first[1];
}

/** VPCs and subnets are between /16 and /28. */
export function sizeProblem(cidr: unknown): string | undefined {
  const bits = Number(String(cidr).split("/")[1]);
  return bits >= 16 && bits <= 28 ? undefined : "use a prefix length from /16 to /28";
}
