import manifest from "../../package.json";
import type { Resolved } from "../configuration/resolve";
import type { Severity } from "../control";
import type { Exempted } from "../exemptions/exemptions";
import type { Judged } from "../judgement/judged";
import type { JudgementRecord } from "./record";

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

export interface ReportedFinding {
  readonly policy: string;
  readonly title: string;
  readonly description: string;
  readonly outcome: "violation" | "undecided";
  readonly level: "mandatory" | "advisory";
  readonly severity: Severity;
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly path: string;
  /** As it may be shown: shortened, and redacted where it could be a secret. */
  readonly value?: string;
  readonly what: string;
  readonly fix: string;
  readonly detail?: string;
  readonly url: string;
  readonly references: readonly string[];
  readonly exemption?: Exempted;
  /** Where the program made the resource, if the state says so. */
  readonly source?: { readonly file: string; readonly line: number; readonly column: number };
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

function reported(finding: Judged, record: JudgementRecord): ReportedFinding {
  const { control, outcome, level, severity, urn, type, name, path, what, fix, detail, shown, exemption } = finding;
  const source = record.sourceOf(urn);
  return {
    policy: control.id,
    title: control.title,
    description: control.description,
    outcome,
    level,
    severity,
    urn,
    type,
    name,
    path,
    ...(shown !== undefined && { value: shown }),
    what,
    fix,
    ...(detail !== undefined && { detail }),
    url: control.url,
    references: control.references,
    ...(exemption && { exemption }),
    ...(source && { source }),
  };
}

const ranks = { critical: 0, high: 1, medium: 2, low: 3 } as const;

/** What stops the deployment first, then by severity. */
function inOrder(a: ReportedFinding, b: ReportedFinding): number {
  return (
    Number(a.level === "advisory") - Number(b.level === "advisory") ||
    ranks[a.severity] - ranks[b.severity] ||
    a.policy.localeCompare(b.policy) ||
    a.urn.localeCompare(b.urn) ||
    a.path.localeCompare(b.path)
  );
}
