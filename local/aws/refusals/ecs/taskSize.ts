/** Memory in MiB that Fargate offers for each number of CPU units: from, to, step. */
const memoryOf: Record<number, readonly [number, number, number]> = {
  512: [1024, 4096, 1024],
  1024: [2048, 8192, 1024],
  2048: [4096, 16384, 1024],
  4096: [8192, 30720, 1024],
  8192: [16384, 61440, 4096],
  16384: [32768, 122880, 8192],
};
const smallest = [512, 1024, 2048];

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size */
export function fargateMemory(cpu: number): readonly number[] {
  if (cpu === 256) return smallest;
  const range = memoryOf[cpu];
  if (range === undefined) return [];
  const [from, to, step] = range;
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}

export const fargateCpus: readonly number[] = [256, ...Object.keys(memoryOf).map(Number)];

/** `"1024"` or `"1 vCPU"` in CPU units. */
export function cpuUnits(text: string): number {
  const virtual = /^([\d.]+)\s*vcpus?$/i.exec(text.trim());
  return virtual === null ? Number(text) : Number(virtual[1]) * 1024;
}

/** `"2048"` or `"2 GB"` in MiB. */
export function mebibytes(text: string): number {
  const gigabytes = /^([\d.]+)\s*gb$/i.exec(text.trim());
  return gigabytes === null ? Number(text) : Number(gigabytes[1]) * 1024;
}
