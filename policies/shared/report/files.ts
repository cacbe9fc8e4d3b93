import { destination } from "../configuration/paths";
import type { Resolved } from "../configuration/resolve";
import type { JudgementRecord } from "./record";
import type * as rendering from "./renderers";
import type { Renderers } from "./renderers";
import type { Place } from "./report";

/** At most a tenth of the run is spent on reports that the next finding makes old. */
const pauseFactor = 9;

/** The report files that the settings name. Written whole or not at all: another program may be reading them. */
export class ReportFiles {
  private timer?: NodeJS.Timeout;
  /** Before this moment no report is written that may still change. */
  private next = 0;

  constructor(
    private readonly record: JudgementRecord,
    private readonly place: Place,
  ) {}

  /**
   * Writes what is known so far: a run that fails half-way never asks for the stack to be judged, and the engine ends the
   * pack without a word. `isLast`: this finding will be the one that stops it. Returns what could not be written.
   */
  soon(resolved: Resolved, isLast: boolean): string[] {
    clearTimeout(this.timer);
    if (wanted(resolved).length === 0) return [];
    const wait = this.next - performance.now();
    if (isLast || wait <= 0) return this.now(resolved).problems;
    this.timer = setTimeout(() => this.now(resolved), wait).unref();
    return [];
  }

  /** Writes the reports. Returns what was written, and what could not be. */
  now(resolved: Resolved, notes: readonly string[] = []): { written: string[]; problems: string[] } {
    clearTimeout(this.timer);
    const files = wanted(resolved);
    const result = { written: [] as string[], problems: [] as string[] };
    if (files.length === 0) return result;
    const began = performance.now();
    // Loaded only here: most runs write no report.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { reportOf, renderers, write } = require("./renderers") as typeof rendering;
    const report = reportOf(this.record, resolved, this.place, { notes });
    for (const [format, path] of files) {
      const target = destination(path);
      try {
        write(target, renderers[format](report));
        result.written.push(target);
      } catch (error) {
        result.problems.push(
          `The report cannot be written to ${target} (${(error as Error).message}). Set another path.`,
        );
      }
    }
    const ended = performance.now();
    this.next = ended + pauseFactor * (ended - began);
    return result;
  }
}

function wanted({ input }: Resolved): [format: keyof Renderers, path: string][] {
  const paths = [
    ["json", input.reportJson],
    ["sarif", input.reportSarif],
    ["html", input.reportHtml],
  ] as const;
  return paths.flatMap(([format, path]) => (path === undefined ? [] : [[format, path]]));
}
