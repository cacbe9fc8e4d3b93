import type { Block } from "./addresses";
import { blockAt, format, nextBlock, parseBlock } from "./addresses";
import type { PlannedSubnet, SubnetSpec, SubnetType } from "./subnet";
import { checkGaps, checkNames, checkOverlaps } from "./subnetChecks";

export interface Layout {
  readonly vpcName: string;
  readonly cidrBlock: string;
  readonly zones: readonly string[];
  readonly strategy: "Auto" | "Exact";
  readonly specs?: readonly SubnetSpec[];
  readonly zoneMask?: number;
}

/** Without specs the component makes a private and a public subnet per zone. */
const DEFAULT_TYPES: readonly SubnetType[] = ["Private", "Public"];

/** The address plan of awsx's strategies "Auto" and "Exact": every zone gets an equal part, subnets follow each other. */
export function planSubnets(layout: Layout): PlannedSubnet[] {
  const specs = (layout.specs ?? DEFAULT_TYPES.map((type) => ({ type }))).map(withMask);
  checkNames(specs);
  const blocks = specs.some((spec) => spec.cidrBlocks) ? explicitBlocks(layout, specs) : allocate(layout, specs);
  const planned = layout.zones.flatMap((zone, zoneIndex) =>
    specs.map((spec, index) => ({
      name: `${layout.vpcName}-${spec.name ?? spec.type.toLowerCase()}-${zoneIndex + 1}`,
      type: spec.type,
      zone,
      cidrBlock: blocks[zoneIndex]?.[index] ?? "",
      tags: spec.tags ?? {},
    })),
  );
  checkOverlaps(planned);
  if (layout.strategy === "Exact") checkGaps(layout.cidrBlock, planned);
  return planned;
}

function withMask(spec: SubnetSpec): SubnetSpec {
  if (spec.size === undefined || spec.cidrMask !== undefined) return spec;
  return { ...spec, cidrMask: 32 - Math.log2(spec.size) };
}

function explicitBlocks(layout: Layout, specs: readonly SubnetSpec[]): string[][] {
  for (const [index, spec] of specs.entries()) {
    if (spec.cidrBlocks?.length === layout.zones.length) continue;
    throw new Error(
      `subnetSpecs[${index}].cidrBlocks has ${spec.cidrBlocks?.length ?? 0} entries. ` +
        `Give one per availability zone (${layout.zones.length}), in every spec or in none.`,
    );
  }
  return layout.zones.map((_, zone) => specs.map((spec) => spec.cidrBlocks?.[zone] ?? ""));
}

function allocate(layout: Layout, specs: readonly SubnetSpec[]): string[][] {
  const vpc = parseBlock(layout.cidrBlock);
  const zoneMask = layout.zoneMask ?? vpc.mask + bitsFor(layout.zones.length);
  const masks = specs.map((spec, index) => spec.cidrMask ?? defaultMask(layout, zoneMask, specs.length, index));
  const needed = masks.reduce((sum, mask) => sum + 2 ** (32 - mask), 0);
  if (needed > 2 ** (32 - zoneMask)) {
    throw new Error(
      `The subnets need ${needed} addresses per availability zone and ${layout.cidrBlock} has ${2 ** (32 - zoneMask)}. ` +
        `Widen cidrBlock, narrow a subnet's cidrMask, or use fewer availability zones.`,
    );
  }
  return layout.zones.map((_, zone) => subnetsOf(blockAt(vpc.first + zone * 2 ** (32 - zoneMask), zoneMask), masks));
}

function defaultMask(layout: Layout, zoneMask: number, count: number, index: number): number {
  if (layout.specs !== undefined) return zoneMask + bitsFor(count);
  if (zoneMask > 26)
    throw new Error(`A zone has only a /${zoneMask}. Give subnetSpecs, or a wider cidrBlock (a /26 per zone).`);
  return Math.max(zoneMask, 16) + index + 1;
}

function subnetsOf(zone: Block, masks: readonly number[]): string[] {
  let previous: Block | undefined;
  return masks.map((mask) => {
    previous = previous === undefined ? blockAt(zone.first, mask) : nextBlock(previous, mask);
    return format(previous);
  });
}

function bitsFor(count: number): number {
  return Math.ceil(Math.log2(count));
}
