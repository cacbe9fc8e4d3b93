import type { OperationTimes } from "./operations";
import type { Measured } from "./pack";
import type { MeasuredRun } from "./processes";
import type { StandInTimes } from "./standin";

/** A budget and what was measured against it, in the unit given. `ratio` is to the baseline, where there is one. */
export interface Row {
  readonly what: string;
  readonly ratio?: number;
  readonly measured: number;
  readonly unit: "s" | "ms" | "MB" | "x";
  readonly budget: string;
  readonly ok: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const seconds = (runs: readonly MeasuredRun[]): number => median(runs.map((run) => run.seconds));
const processor = (runs: readonly MeasuredRun[]): number => median(runs.map((run) => run.processorSeconds));

/** Ratios and differences are taken round by round: within one, the machine was equally busy. */
function byRound(
  a: readonly MeasuredRun[],
  b: readonly MeasuredRun[],
  compare: (a: number, b: number) => number,
): number {
  return median(a.map((run, round) => compare(run.seconds, b[round]?.seconds ?? Number.NaN)));
}

export function operationRows({ empty, preview, judged, unchanged, resources }: OperationTimes): Row[] {
  const ratio = (runs: readonly MeasuredRun[]) => byRound(runs, empty, (a, b) => a / b);
  const whole = ratio(judged);
  const share = byRound(judged, preview, (a, b) => a - b);
  const shareLimit = 1.5 + 0.003 * resources;
  const row = (what: string, runs: readonly MeasuredRun[], limit = Number.POSITIVE_INFINITY, budget = ""): Row => ({
    what,
    ratio: ratio(runs),
    measured: seconds(runs),
    unit: "s",
    budget,
    ok: seconds(runs) <= limit,
  });
  const judging = row(`preview of dev, ${resources} resources, all controls`, judged, 8, "≤ 3 x empty and ≤ 8 s");
  return [
    row("preview of an empty program, no pack", empty),
    row(`preview of dev, ${resources} resources, no pack`, preview),
    { ...judging, ok: judging.ok && whole <= 3 },
    {
      what: "the pack's share of it",
      measured: share,
      unit: "s",
      budget: `≤ ${shareLimit.toFixed(1)} s`,
      ok: share <= shareLimit,
    },
    row("up of dev, unchanged, without a preview", unchanged, 7, "≤ 7 s"),
    {
      what: "processor time of a preview with all controls",
      ratio: processor(judged) / processor(empty),
      measured: processor(judged),
      unit: "s",
      budget: "",
      ok: true,
    },
    ...memoryRows([...preview, ...judged, ...unchanged]),
  ];
}

function memoryRows(runs: readonly MeasuredRun[]): Row[] {
  const most: Record<string, number> = {};
  for (const { megabytes } of runs) {
    for (const [kind, held] of Object.entries(megabytes)) most[kind] = Math.max(most[kind] ?? 0, held);
  }
  return Object.entries(most)
    .filter(([kind]) => kind !== "other")
    .sort(([, a], [, b]) => b - a)
    .map(([kind, held]) => ({
      what: `peak memory, ${kind}`,
      measured: held,
      unit: "MB",
      budget: "≤ 350 MB",
      ok: held <= 350,
    }));
}

export function packRows(measured: readonly Measured[]): Row[] {
  return measured.map(({ what, empty, full, limit, limitIs, unit }) => {
    const ratio = full / empty;
    const against = { ratio, total: full, more: full - empty }[limitIs];
    const budget = { ratio: `≤ ${limit} x empty`, total: `≤ ${limit} ${unit}`, more: `≤ empty + ${limit} ${unit}` };
    return {
      what: `pack: ${what}`,
      ratio,
      measured: full,
      unit: unit as Row["unit"],
      budget: budget[limitIs],
      ok: against <= limit,
    };
  });
}

/** A call's processor time is what the stand-in takes; its round trip has the caller's in it too. */
export function standInRows({ few, many }: StandInTimes): Row[] {
  const growth = many.processor / few.processor;
  return [
    {
      what: "stand-in: one call at 150 resources",
      measured: few.processor,
      unit: "ms",
      budget: "≤ 2 ms",
      ok: few.processor <= 2,
    },
    {
      what: "stand-in: one call at 1,000, to one at 150",
      ratio: growth,
      measured: many.processor,
      unit: "ms",
      budget: "≤ 1.5 x (linear)",
      ok: growth <= 1.5,
    },
  ];
}
