import manifest from "../../package.json";
import type { Resolved } from "../configuration/resolve";
import { countsOf } from "./counts";
import type { Fate } from "./counts";
import type { JudgementRecord } from "./record";
import { inOrder, reported } from "./reportedFinding";
import type { ReportedFinding } from "./reportedFinding";

/** What all formats show. The JSON report is exactly this. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  readonly generated: string;
  readonly project: string;
  readonly stack: string;
  readonly environment: Resolved["settings"]["environment"];
  readonly profile: string;
  readonly preview: boolean;
  /** False when the run ended before the whole stack could be judged. */
  readonly complete: boolean;
  readonly resources: number;
  readonly counts: Readonly<Record<Fate, number>>;
  /** Types that no control looks at, with the number of resources. */
  readonly uncovered: Readonly<Record<string, number>>;
  /** What is wrong with settings and exemptions. */
  readonly problems: readonly string[];
  /** What stops nothing and is to be tidied up: exemptions that nothing needs any more. */
  readonly notes: readonly string[];
  readonly findings: readonly ReportedFinding[];
}

/** What was judged. */
export interface Place {
  readonly stack: string;
  readonly project: string;
}

export function reportOf(
  record: JudgementRecord,
  { settings, problems }: Resolved,
  { project, stack }: Place,
  { notes = [], now = new Date() }: { readonly notes?: readonly string[]; readonly now?: Date } = {},
): Report {
  const findings = record.findings.map((finding) => reported(finding, record)).sort(inOrder);
  return {
    tool: { name: manifest.name, version: manifest.version },
    generated: now.toISOString(),
    project,
    stack,
    environment: settings.environment,
    profile: settings.profile,
    preview: settings.preview,
    complete: record.complete,
    resources: record.resources,
    counts: countsOf(findings),
    uncovered: Object.fromEntries(record.uncovered),
    problems,
    notes,
    findings,
  };
}
