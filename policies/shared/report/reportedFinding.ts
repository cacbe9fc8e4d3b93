import type { Severity } from "../control";
import type { Exempted } from "../exemptions/exemptions";
import type { Judged } from "../judgement/judged";
import type { JudgementRecord } from "./record";

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

export function reported(finding: Judged, record: JudgementRecord): ReportedFinding {
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
    what: what.replace(/\.$/, ""),
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
export function inOrder(a: ReportedFinding, b: ReportedFinding): number {
  return (
    Number(a.level === "advisory") - Number(b.level === "advisory") ||
    ranks[a.severity] - ranks[b.severity] ||
    a.policy.localeCompare(b.policy) ||
    a.urn.localeCompare(b.urn) ||
    a.path.localeCompare(b.path)
  );
}
