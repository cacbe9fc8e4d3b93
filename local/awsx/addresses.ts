/** IPv4 blocks as numbers: what the awsx component does with its netmask library. */
export interface Block {
  readonly first: number;
  readonly mask: number;
}

export function parseBlock(cidr: string): Block {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  const numbers = match?.slice(1).map(Number) ?? [];
  const [a = 256, b = 256, c = 256, d = 256, mask = 33] = numbers;
  if ([a, b, c, d].some((part) => part > 255) || mask > 32) {
    throw new Error(`'${cidr}' is not an IPv4 block. Write one such as 10.0.0.0/16.`);
  }
  return blockAt(((a * 256 + b) * 256 + c) * 256 + d, mask);
}

/** The block of that size that holds the address. */
export function blockAt(address: number, mask: number): Block {
  const size = 2 ** (32 - mask);
  return { first: Math.floor(address / size) * size, mask };
}

export function sizeOf(block: Block): number {
  return 2 ** (32 - block.mask);
}

export function lastOf(block: Block): number {
  return block.first + sizeOf(block) - 1;
}

/** The first block of that size that begins after `block` ends. */
export function nextBlock(block: Block, mask: number): Block {
  const around = blockAt(lastOf(block), mask);
  return { first: around.first + sizeOf(around), mask };
}

export function format(block: Block): string {
  const parts = [24, 16, 8, 0].map((shift) => Math.floor(block.first / 2 ** shift) % 256);
  return `${parts.join(".")}/${block.mask}`;
}

export function overlap(left: Block, right: Block): boolean {
  return left.first <= lastOf(right) && right.first <= lastOf(left);
}
