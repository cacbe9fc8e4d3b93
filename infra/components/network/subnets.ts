/** The address ranges of one VPC: the same position in both lists is the same zone. */
export interface SubnetRanges {
  readonly private: string[];
  readonly public: string[];
}

/** Every layout has room for this many zones, so that adding one never moves the others. */
export const mostZones = 4;
const [widest, narrowest] = [16, 22];

/** The way out for a range that cannot be split, or undefined. */
export function rangeProblem(cidrBlock: string): string | undefined {
  const parts = parse(cidrBlock);
  if (parts === undefined) return "Set it to an IPv4 range such as 10.0.0.0/16.";
  const { address, length } = parts;
  if (length < widest || length > narrowest) return `Set its length to between /${widest} and /${narrowest}.`;
  const start = base(address, length);
  return start === address ? undefined : `Begin the range at its first address: ${format(start)}/${length}.`;
}

/**
 * The first half of the range goes to private subnets, one eighth each; public ones hold load balancers and gateways
 * only and take a sixteenth of the other half each. What is left over stays free.
 */
export function splitRange(cidrBlock: string, zones: number): SubnetRanges {
  const problem = rangeProblem(cidrBlock);
  const parts = parse(cidrBlock);
  if (problem !== undefined || parts === undefined) throw new RangeError(`${cidrBlock}: ${problem}`);
  const { address, length } = parts;
  const half = 2 ** (31 - length);
  const blocks = (start: number, blockLength: number) =>
    Array.from({ length: zones }, (_, zone) => `${format(start + zone * 2 ** (32 - blockLength))}/${blockLength}`);
  return { private: blocks(address, length + 3), public: blocks(address + half, length + 5) };
}

function parse(cidrBlock: string): { address: number; length: number } | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidrBlock);
  const numbers = match?.slice(1).map(Number);
  if (numbers === undefined) return undefined;
  const [octets, length] = [numbers.slice(0, 4), numbers[4] ?? 33];
  if (octets.some((octet) => octet > 255) || length > 32) return undefined;
  return { address: octets.reduce((sum, octet) => sum * 256 + octet, 0), length };
}

const base = (address: number, length: number) => address - (address % 2 ** (32 - length));

const format = (address: number) => [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
