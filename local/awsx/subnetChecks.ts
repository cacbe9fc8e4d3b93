import { lastOf, overlap, parseBlock, sizeOf } from "./addresses";
import type { PlannedSubnet, SubnetSpec } from "./subnet";

export function checkNames(specs: readonly SubnetSpec[]): void {
  const names = specs.map((spec) => `${spec.type}/${spec.name ?? ""}`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new Error(`subnetSpecs has two entries '${twice}'. Give subnets of one type different names.`);
}

export function checkOverlaps(subnets: readonly PlannedSubnet[]): void {
  for (const [index, subnet] of subnets.entries()) {
    const other = subnets
      .slice(0, index)
      .find((before) => overlap(parseBlock(before.cidrBlock), parseBlock(subnet.cidrBlock)));
    if (other === undefined) continue;
    throw new Error(
      `Subnets ${other.name} (${other.cidrBlock}) and ${subnet.name} (${subnet.cidrBlock}) overlap. Widen cidrBlock.`,
    );
  }
}

/** "Exact" leaves no address unaccounted for: gaps are declared as type "Unused". */
export function checkGaps(cidrBlock: string, subnets: readonly PlannedSubnet[]): void {
  const vpc = parseBlock(cidrBlock);
  let next = vpc.first;
  for (const subnet of subnets) {
    const block = parseBlock(subnet.cidrBlock);
    if (block.first !== next)
      throw new Error(`There is a gap before ${subnet.name} (${subnet.cidrBlock}). Add an "Unused" spec.`);
    next = block.first + sizeOf(block);
  }
  if (next - 1 !== lastOf(vpc))
    throw new Error(`The subnets end before ${cidrBlock} does. Add an "Unused" spec at the end.`);
}
