/** `npm run bench [-- --runs 5] [--only operations,pack,standin] [--json]`: the budgets, and what is measured. `--only judges` compares with others. */
import Table from "cli-table3";
import { Command, InvalidArgumentError } from "commander";
import { reportJudges } from "./judges/report";
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

/** Installs what it compares with, so it runs only when it is named. */
const comparison = "judges";

interface Options {
  readonly runs: number;
  readonly only: readonly string[];
  readonly json?: boolean;
  readonly write?: boolean;
}

function count(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError("Give a whole number above 0.");
  return Number(text);
}

function names(text: string): string[] {
  const given = text.split(",");
  const known = [...Object.keys(parts), comparison];
  if (given.some((name) => !known.includes(name))) throw new InvalidArgumentError(`There is ${known.join(", ")}.`);
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
    .option(
      "--only <parts>",
      "some of operations, pack, standin; or judges: the policy pack next to cdk-nag and checkov",
      names,
      Object.keys(parts),
    )
    .option("--json", "the rows as JSON")
    .option("--write", "writes the comparison into docs/judges.md")
    .parse();
  const { runs, only, json, write } = program.opts<Options>();
  if (only.includes(comparison)) console.log(await reportJudges({ json, write }));
  if (only.every((name) => name === comparison)) return;
  const rows: Row[] = [];
  for (const name of only) rows.push(...((await parts[name]?.(runs)) ?? []));
  console.log(json ? JSON.stringify(rows, undefined, 2) : shown(rows));
}

void main();
