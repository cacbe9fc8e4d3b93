/** From where on a number is bad. */
export interface ThresholdArgs {
  /** Average CPU utilization in percent. Defaults to 85. */
  readonly cpuPercent?: number;
  /** Average memory utilization in percent. Defaults to 85. */
  readonly memoryPercent?: number;
  /** Fewest running tasks. Defaults to 1. */
  readonly minimumTaskCount?: number;
  /** Seconds that 99 of 100 requests stay below. Defaults to 1. */
  readonly latencySeconds?: number;
  /** Errors a minute. Defaults to 10. */
  readonly errorCount?: number;
}

/** The same with its defaults. */
export type Thresholds = Required<ThresholdArgs>;

export function normalizeThresholds(args: ThresholdArgs = {}): Thresholds {
  return {
    cpuPercent: args.cpuPercent ?? 85,
    memoryPercent: args.memoryPercent ?? 85,
    minimumTaskCount: args.minimumTaskCount ?? 1,
    latencySeconds: args.latencySeconds ?? 1,
    errorCount: args.errorCount ?? 10,
  };
}

/** The way out for thresholds that can never or always be crossed, or undefined. */
export function thresholdProblem(limits: Thresholds): string | undefined {
  const percent = (value: number) => value > 0 && value <= 100;
  if (!percent(limits.cpuPercent)) return "Set `cpuPercent` to a number above 0 and up to 100.";
  if (!percent(limits.memoryPercent)) return "Set `memoryPercent` to a number above 0 and up to 100.";
  const positive = Object.entries(limits).find(([, value]) => !(value > 0));
  return positive === undefined ? undefined : `Set \`${positive[0]}\` to a number above 0.`;
}
