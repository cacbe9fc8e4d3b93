import pc from "picocolors";
import { fateOf } from "../shared/report/counts";
import type { Fate } from "../shared/report/counts";
import { judgedAs } from "../shared/report/judgedAs";
import type { Report } from "../shared/report/report";
import type { ReportedFinding } from "../shared/report/reportedFinding";

/** The report for a terminal: by resource, the worst first. */
export function reportText(report: Report): string {
  const { counts, environment } = report;
  const byResource = new Map<string, ReportedFinding[]>();
  for (const finding of report.findings) byResource.set(finding.urn, [...(byResource.get(finding.urn) ?? []), finding]);
  const blocks = [...byResource.values()].map((findings) => {
    const { name, type } = findings[0] as ReportedFinding;
    return `${pc.bold(name || report.stack)} ${pc.dim(type)}\n${findings.map(line).join("\n")}`;
  });
  const uncovered = Object.entries(report.uncovered).map(([type, count]) => `${type} (${count})`);
  return [
    ...report.problems.map((problem) => pc.red(problem)),
    ...report.notes.map((note) => pc.yellow(note)),
    ...blocks,
    ...(uncovered.length === 0 ? [] : [`${pc.bold("No control looks at")} ${uncovered.join(", ")}`]),
    `${judgedAs(report.resources, environment)}: ` +
      `${counts.mandatory} mandatory, ${counts.advisory} advisory, ${counts.undecided} undecided, ${counts.exempted} exempted.`,
  ].join("\n\n");
}

function line(finding: ReportedFinding): string {
  const { policy, severity, what, path, value, fix, exemption, source } = finding;
  const where = `${path === "" ? "" : ` at ${path}`}${value === undefined ? "" : ` (${value})`}`;
  const from = source ? pc.dim(`\n    ${source.file}:${source.line}:${source.column}`) : "";
  const lifted = exemption ? ` [exemption ${exemption.id}: ${exemption.state}, ${exemption.expires}]` : "";
  return `  ${marks[fateOf(finding)]} ${policy} (${severity})${lifted}\n    ${what}${where}. ${fix}${from}`;
}

const marks: Readonly<Record<Fate, string>> = {
  mandatory: pc.red("mandatory"),
  advisory: pc.yellow("advisory "),
  undecided: pc.cyan("undecided"),
  exempted: pc.dim("exempted "),
};
