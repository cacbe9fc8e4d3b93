import { destination } from "../configuration/paths";
import type { Resolved } from "../configuration/resolve";
import type { JudgementRecord } from "./record";
import type * as rendering from "./renderers";
import type { Renderers } from "./renderers";
import type { Place } from "./report";

/** The report files that the settings name. Written whole or not at all: another program may be reading them. */
export class ReportFiles {
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly record: JudgementRecord,
    private readonly place: Place,
  ) {}

  /** Writes what is known so far, a moment later: a run that fails half-way never asks for the stack to be judged. */
  soon(resolved: Resolved): void {
    if (wanted(resolved).length === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(resolved), 300).unref();
  }

  /** Writes the reports. Returns what was written, and what could not be. */
  now(resolved: Resolved): { written: string[]; problems: string[] } {
    clearTimeout(this.timer);
    const files = wanted(resolved);
    const result = { written: [] as string[], problems: [] as string[] };
    if (files.length === 0) return result;
    // Loaded only here: most runs write no report.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { reportOf, renderers, write } = require("./renderers") as typeof rendering;
    const report = reportOf(this.record, resolved, this.place);
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
