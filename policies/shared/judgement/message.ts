import type { Severity } from "../control";
import { severities } from "../configuration/keys";
import { days } from "../exemptions/exemptions";
import type { Judged } from "./judged";

/** What the SDK's `reportViolation` takes when every finding has its own name and level. */
export interface Violation {
  readonly name: string;
  readonly message: string;
  readonly urn?: string;
  readonly description: string;
  readonly severity: Severity;
  readonly enforcementLevel: "mandatory" | "advisory";
}

/** One violation for each finding; what cannot be decided about a resource yet is told in one line per level. */
export function violationsOf(judged: readonly Judged[]): Violation[] {
  const undecided = new Map<string, Judged[]>();
  for (const finding of judged) {
    if (finding.outcome !== "undecided") continue;
    const key = `${finding.level} ${finding.exemption?.id ?? ""} ${finding.urn}`;
    undecided.set(key, [...(undecided.get(key) ?? []), finding]);
  }
  return [
    ...judged
      .filter(({ outcome }) => outcome === "violation")
      .map((finding) => violation(finding, violationText(finding))),
    ...[...undecided.values()].map((group) => {
      const first = [...group].sort(
        (a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity),
      )[0] as Judged;
      return violation(first, undecidedText(first, group));
    }),
  ];
}

/** `<what is wrong> at <path> (<value>). <fix> <url>` */
export function violationText(finding: Judged): string {
  const value = finding.shown === undefined ? "" : ` (${finding.shown})`;
  const where = finding.path === "" ? value : ` at ${finding.path}${value}`;
  return `${exemptionText(finding)}${finding.what.replace(/\.$/, "")}${where}. ${finding.fix} ${finding.control.url}`;
}

function undecidedText(first: Judged, group: readonly Judged[]): string {
  const paths = [...new Set(group.map(({ path }) => path || "a property"))];
  const others = [...new Set(group.map(({ control }) => control.id))].filter((id) => id !== first.control.id);
  const also = others.length === 0 ? "" : ` Waiting for it, too: ${listed(others)}.`;
  return `${exemptionText(first)}Undecided: ${listed(paths)}: ${first.what.replace(/\.$/, "")}. ${first.fix}${also} ${first.control.url}`;
}

function exemptionText({ exemption, level }: Judged): string {
  if (!exemption) return "";
  const { id, daysLeft, state, owner, reason, expires } = exemption;
  if (state === "expired") return `Exemption ${id} expired ${days(-daysLeft)} ago (${owner}). `;
  const until = `Exempted by ${id} until ${expires}, ${days(daysLeft)} left (${owner}: ${reason}). `;
  return state === "ending" && level === "advisory" ? `Ending soon! ${until}` : until;
}

const most = 8;

function listed(words: readonly string[]): string {
  const rest = words.length - most;
  return words.slice(0, most).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

function violation(finding: Judged, message: string): Violation {
  return {
    name: finding.control.id,
    message,
    ...(finding.urn !== "" && { urn: finding.urn }),
    description: finding.control.description,
    severity: finding.severity,
    enforcementLevel: finding.level,
  };
}
