import manifest from "../../package.json";
import type { Resolved } from "../configuration/resolve";
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
  readonly counts: Readonly<Record<"mandatory" | "advisory" | "undecided" | "exempted", number>>;
  /** Types that no control looks at, with the number of resources. */
  readonly uncovered: Readonly<Record<string, number>>;
  /** What is wrong with settings and exemptions. */
  readonly problems: readonly string[];
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
  now: Date = new Date(),
): Report {
  const findings = record.findings.map((finding) => reported(finding, record)).sort(inOrder);
  const lifted = (finding: ReportedFinding) => finding.exemption !== undefined && finding.exemption.state !== "expired";
  const violations = findings.filter((finding) => finding.outcome === "violation" && !lifted(finding));
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
    counts: {
      mandatory: violations.filter(({ level }) => level === "mandatory").length,
      advisory: violations.filter(({ level }) => level === "advisory").length,
      undecided: findings.filter((finding) => finding.outcome === "undecided" && !lifted(finding)).length,
      exempted: findings.filter(lifted).length,
    },
    uncovered: Object.fromEntries(record.uncovered),
    problems,
    findings,
  };
}
