/** Memory that Fargate offers for each number of CPU units, in MiB: `from`, `to`, and the step between. */
const sizes: Record<number, { readonly from: number; readonly to: number; readonly step: number }> = {
  256: { from: 512, to: 2048, step: 512 },
  512: { from: 1024, to: 4096, step: 1024 },
  1024: { from: 2048, to: 8192, step: 1024 },
  2048: { from: 4096, to: 16384, step: 1024 },
  4096: { from: 8192, to: 30720, step: 1024 },
  8192: { from: 16384, to: 61440, step: 4096 },
  16384: { from: 32768, to: 122880, step: 8192 },
};

/** The CPU units that Fargate offers. */
export const cpuUnits = Object.keys(sizes).map(Number);

/** The memory values that Fargate accepts with these CPU units; none for CPU units that it does not know. */
export function memoryFor(cpu: number): number[] {
  const size = sizes[cpu];
  if (size === undefined) return [];
  // A quarter of a CPU skips 1.5 GB: AWS lists 0.5, 1 and 2 GB.
  const count = (size.to - size.from) / size.step + 1;
  const values = Array.from({ length: count }, (_, index) => size.from + index * size.step);
  return cpu === 256 ? values.filter((value) => value !== 1536) : values;
}

export interface TaskSize {
  readonly cpu: number;
  readonly memory: number;
}

/** The way out for a task size that Fargate refuses, or undefined for one it accepts. */
export function taskSizeProblem({ cpu, memory }: TaskSize): string | undefined {
  const allowed = memoryFor(cpu);
  if (allowed.length === 0) return `Fargate offers no ${cpu} CPU units. Set \`cpu\` to one of ${cpuUnits.join(", ")}.`;
  if (allowed.includes(memory)) return undefined;
  const nearest = allowed.reduce((best, value) => (Math.abs(value - memory) < Math.abs(best - memory) ? value : best));
  return `With \`cpu\` ${cpu} Fargate takes ${range(allowed)} MiB; the nearest is ${nearest}.`;
}

function range(values: number[]): string {
  return values.length <= 4 ? values.join(", ") : `${values.slice(0, 2).join(", ")} … ${values[values.length - 1]}`;
}
