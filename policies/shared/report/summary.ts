import type { Resolved } from "../configuration/resolve";
import { days } from "../exemptions/exemptions";
import { countsOf, fates } from "./counts";
import { judgedAs } from "./judgedAs";
import type { JudgementRecord } from "./record";

/** The counts that people want to see at the end of a preview, or nothing when there is nothing to say. */
export function summaryOf(
  record: JudgementRecord,
  { settings }: Resolved,
  reports: readonly string[],
): string | undefined {
  const { findings, uncovered } = record;
  const counts = countsOf(findings);
  const parts = fates.filter((fate) => counts[fate] > 0).map((fate) => `${counts[fate]} ${fate}`);
  if (parts.length === 0 && uncovered.size === 0 && reports.length === 0) return undefined;
  const lines = [`${judgedAs(record.resources, settings.environment)}: ${parts.join(", ") || "no findings"}.`];
  if (uncovered.size > 0) {
    const types = [...uncovered].map(([type, number]) => (number === 1 ? type : `${type} (${number})`));
    lines.push(`No control looks at: ${types.join(", ")}.`);
  }
  const soon = new Map(
    findings.filter((each) => each.exemption?.state === "ending").map((each) => [each.exemption?.id, each.exemption]),
  );
  for (const [id, exemption] of soon)
    lines.push(`Exemption ${id} ends in ${days(exemption?.daysLeft ?? 0)} (${exemption?.owner}).`);
  if (reports.length > 0) lines.push(`Report: ${reports.join(", ")}`);
  return lines.join("\n");
}
