import Table from "cli-table3";
import type { Standing } from "./measure";
import type { Score } from "./score";

const head = ["judge", "faults found", "false alarms", "judged", "missed", "not judged", "time", "each"];

/** One row for each judge, ratios first. */
export function totals(standings: readonly Standing[]): string[][] {
  return standings.map(({ judge, version, seconds = 0, scores, absent }) => {
    if (absent !== undefined) return [judge, `did not run: ${absent}`, ...Array<string>(head.length - 2).fill("")];
    const sum = (pick: (each: Score) => number) => scores.reduce((total, each) => total + pick(each), 0);
    const judged = sum((each) => each.judged);
    const [faults, found] = [sum((each) => each.faults), sum((each) => each.found)];
    const each = `${((seconds * 1000) / judged).toFixed(1)} ms`;
    return [
      ...[
        `${judge} ${version}`,
        share(found, faults),
        share(
          sum(({ falseAlarms }) => falseAlarms),
          sum(({ good }) => good),
        ),
      ],
      ...[
        String(judged),
        String(faults - found),
        String(sum(({ notJudged }) => notJudged)),
        `${seconds.toFixed(1)} s`,
        each,
      ],
    ];
  });
}

/** One row for each group of subjects, one column for each judge: faults found, then false alarms on good ones. */
export function byGroup(standings: readonly Standing[]): { head: string[]; rows: string[][] } {
  const present = standings.filter(({ absent }) => absent === undefined);
  const groups = present[0]?.scores.map(({ group }) => group) ?? [];
  const cell = (own: Score | undefined) => {
    if (!own || own.judged === 0) return "not judged";
    const alarms = own.good === 0 ? "" : `, ${own.falseAlarms} of ${own.good}`;
    return `${own.found} of ${own.faults}${alarms}`;
  };
  const rows = groups.map((group) => [
    group,
    ...present.map(({ scores }) => cell(scores.find((own) => own.group === group))),
  ]);
  return { head: ["faults found, false alarms", ...present.map(({ judge }) => judge)], rows };
}

function share(part: number, whole: number): string {
  return whole === 0 ? "-" : `${Math.round((100 * part) / whole)} % (${part} of ${whole})`;
}

export function asText(standings: readonly Standing[]): string {
  const groups = byGroup(standings);
  return [[head, totals(standings)] as const, [groups.head, groups.rows] as const]
    .map(([titles, rows]) => {
      const table = new Table({ head: [...titles], style: { head: [], border: [] } });
      table.push(...rows);
      return table.toString();
    })
    .join("\n");
}

export function asMarkdown(standings: readonly Standing[]): string {
  const groups = byGroup(standings);
  return [markdown(head, totals(standings)), markdown(groups.head, groups.rows)].join("\n\n");
}

function markdown(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(titles), `|${"---|".repeat(titles.length)}`, ...rows.map(line)].join("\n");
}
