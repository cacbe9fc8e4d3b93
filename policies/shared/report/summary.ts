import type { Resolved } from "../configuration/resolve";
import type { JudgementRecord } from "./record";

/** The counts that people want to see at the end of a preview, or nothing when there is nothing to say. */
export function summaryOf(
  record: JudgementRecord,
  { settings }: Resolved,
  reports: readonly string[],
): string | undefined {
  const { findings, uncovered } = record;
  const parts = [
    count(findings.filter((each) => each.outcome === "violation" && each.level === "mandatory").length, "mandatory"),
    count(
      findings.filter((each) => each.outcome === "violation" && each.level === "advisory" && !exempted(each)).length,
      "advisory",
    ),
    count(findings.filter((each) => each.outcome === "undecided").length, "undecided"),
    count(findings.filter(exempted).length, "exempted"),
  ].filter((part) => part !== "");
  if (parts.length === 0 && uncovered.size === 0) return undefined;
  const { name, kind, known } = settings.environment;
  const lines = [
    `${record.resources} resources judged as ${name} (${known ? kind : "unknown, so the strictest"}): ${parts.join(", ") || "no findings"}.`,
  ];
  if (uncovered.size > 0) {
    const types = [...uncovered].map(([type, number]) => (number === 1 ? type : `${type} (${number})`));
    lines.push(`No control looks at: ${types.join(", ")}.`);
  }
  const soon = new Map(
    findings.filter((each) => each.exemption?.state === "ending").map((each) => [each.exemption?.id, each.exemption]),
  );
  for (const [id, exemption] of soon)
    lines.push(`Exemption ${id} ends in ${exemption?.daysLeft} days (${exemption?.owner}).`);
  if (reports.length > 0) lines.push(`Report: ${reports.join(", ")}`);
  return lines.join("\n");
}

function exempted(finding: { exemption?: { state: string } }): boolean {
  return finding.exemption !== undefined && finding.exemption.state !== "expired";
}

function count(number: number, word: string): string {
  return number === 0 ? "" : `${number} ${word}`;
}
