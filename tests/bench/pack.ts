import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import Table from "cli-table3";
import { Analyzer, root } from "../support/analyzer";
import type { StartOptions } from "../support/analyzer";
import { fleet } from "./fleet";

/** The policy pack against an empty one, in the same run: `npm run bench -- pack`. */

const empty: StartOptions = { directory: resolve(root, "tests/bench/emptyPack"), arguments: ["index.js"] };
const full: StartOptions = { directory: process.env["PACK_DIRECTORY"] ?? resolve(root, "policies") };

export interface Measured {
  readonly what: string;
  readonly empty: number;
  readonly full: number;
  /** As a number to compare with: a ratio, or for `limitIs: "total"` the value of the pack itself. */
  readonly limit: number;
  readonly limitIs: "ratio" | "total" | "more";
  readonly unit: string;
}

export async function measurePack(rounds = 7): Promise<Measured[]> {
  const ready = { empty: [] as number[], full: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    ready.empty.push(await readyMs(empty));
    ready.full.push(await readyMs(full));
  }
  const one = { empty: await runMs(empty), full: await runMs(full) };
  const row = (what: string, pick: (run: Run) => number, limit: number, limitIs: Measured["limitIs"], unit = "ms") => ({
    what,
    empty: pick(one.empty),
    full: pick(one.full),
    limit,
    limitIs,
    unit,
  });
  return [
    { what: "ready", empty: median(ready.empty), full: median(ready.full), limit: 1.4, limitIs: "ratio", unit: "ms" },
    row("one resource, remediate and analyze", (run) => run.resource, 2, "ratio"),
    row("stack of 500 resources", (run) => run.stack, 500, "total"),
    row("stack of 5,000 resources", (run) => run.large, 5_000, "total"),
    row("resident memory after 500 resources", (run) => run.memory, 40, "more", "MB"),
  ];
}

interface Run {
  resource: number;
  stack: number;
  large: number;
  memory: number;
}

async function runMs(options: StartOptions): Promise<Run> {
  const analyzer = await Analyzer.start(options);
  await analyzer.configure();
  const resources = fleet(20);
  for (const resource of resources.slice(0, 100)) await analyzer.analyze(resource);
  const times: number[] = [];
  for (const resource of resources) {
    times.push(
      await timed(async () => {
        await analyzer.remediate(resource);
        await analyzer.analyze(resource);
      }),
    );
  }
  const stacks: number[] = [];
  for (let round = 0; round < 5; round++) stacks.push(await timed(() => analyzer.analyzeStack(resources)));
  const memory = residentMegabytes(analyzer.process.pid ?? 0);
  const large = await timed(() => analyzer.analyzeStack(fleet(200)));
  await analyzer.stop();
  return { resource: median(times), stack: median(stacks), large, memory };
}

async function readyMs(options: StartOptions): Promise<number> {
  const analyzer = await Analyzer.start(options);
  await analyzer.stop();
  return analyzer.readyMs;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

export function packTable(measured: readonly Measured[]): string {
  const table = new Table({
    head: ["what", "pack / empty", "empty", "pack", "limit"],
    style: { head: [], border: [] },
  });
  for (const { what, empty: before, full: after, limit, limitIs, unit } of measured) {
    const shown = { ratio: `≤ ${limit} x`, total: `≤ ${limit} ${unit}`, more: `≤ empty + ${limit} ${unit}` }[limitIs];
    table.push([
      what,
      (after / before).toFixed(2),
      `${before.toFixed(1)} ${unit}`,
      `${after.toFixed(1)} ${unit}`,
      shown,
    ]);
  }
  return table.toString();
}

if (require.main === module) void measurePack().then((measured) => console.log(packTable(measured)));
