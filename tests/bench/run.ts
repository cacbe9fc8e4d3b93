/** `npm run bench [-- --runs 5] [--only operations,pack,standin] [--json]`: the budgets, and what is measured. */
import Table from "cli-table3";
import { Command, InvalidArgumentError } from "commander";
import { measureOperations } from "./operations";
import { measurePack } from "./pack";
import { operationRows, packRows, standInRows } from "./rows";
import type { Row } from "./rows";
import { measureStandIn } from "./standin";

const parts: Readonly<Record<string, (runs: number) => Promise<Row[]>>> = {
  operations: async (runs) => operationRows(await measureOperations(runs)),
  pack: async (runs) => packRows(await measurePack(runs)),
  standin: async () => standInRows(await measureStandIn()),
};

interface Options {
  readonly runs: number;
  readonly only: readonly string[];
  readonly json?: boolean;
}

function count(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError("Give a whole number above 0.");
  return Number(text);
}

function names(text: string): string[] {
  const given = text.split(",");
  const unknown = given.find((name) => !(name in parts));
  if (unknown !== undefined) throw new InvalidArgumentError(`There is ${Object.keys(parts).join(", ")}.`);
  return given;
}

function shown(rows: readonly Row[]): string {
  const table = new Table({ head: ["what", "ratio", "measured", "budget", "ok"], style: { head: [], border: [] } });
  for (const { what, ratio, measured, unit, budget, ok } of rows) {
    const digits = unit === "MB" ? 0 : 2;
    const verdict = budget === "" ? "" : ok ? "yes" : "NO";
    table.push([
      what,
      ratio === undefined ? "" : ratio.toFixed(2),
      `${measured.toFixed(digits)} ${unit}`,
      budget,
      verdict,
    ]);
  }
  return table.toString();
}

async function main(): Promise<void> {
  const program = new Command("npm run bench --")
    .description("Measures this machine against the budgets. Ratios are to an empty program or an empty pack.")
    .option("--runs <count>", "runs of each; the median counts", count, 5)
    .option("--only <parts>", "some of operations, pack, standin", names, Object.keys(parts))
    .option("--json", "the rows as JSON")
    .parse();
  const { runs, only, json } = program.opts<Options>();
  const rows: Row[] = [];
  for (const name of only) rows.push(...((await parts[name]?.(runs)) ?? []));
  console.log(json ? JSON.stringify(rows, undefined, 2) : shown(rows));
}

void main();
