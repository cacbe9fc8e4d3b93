import { severities } from "../configuration/keys";
import { countsOf, fateOf, fates } from "./counts";
import { judgedAs } from "./judgedAs";
import type { Report } from "./report";
import type { ReportedFinding } from "./reportedFinding";

/** One page without scripts and without anything from elsewhere: it opens from a mail or an artifact store. */
export function htmlOf(report: Report): string {
  const { environment, counts } = report;
  const title = `${report.project}/${report.stack}: container delivery policies`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escape(`${report.project}/${report.stack}`)}</h1>
<p>${escape(judgedAs(report.resources, environment))}, profile ${escape(report.profile)}, ${report.preview ? "preview" : "update"}, ${escape(report.generated)}, ${escape(`${report.tool.name} ${report.tool.version}`)}.</p>
${report.complete ? "" : '<p class="mandatory">The run ended before the whole stack was judged: findings may be missing.</p>'}
${report.problems.map((problem) => `<p class="mandatory">${escape(problem)}</p>`).join("\n")}
${report.notes.map((note) => `<p>${escape(note)}</p>`).join("\n")}
<ul class="tiles">${Object.entries(counts)
    .map(([name, count]) => `<li class="${name}"><b>${count}</b> ${name}</li>`)
    .join("")}</ul>
<h2>By severity</h2>
${countTable(report.findings, ({ severity }) => severity, "Severity", [...severities].reverse())}
<h2>By control</h2>
${countTable(report.findings, ({ policy }) => policy, "Control")}
<h2>Findings</h2>
${report.findings.length === 0 ? "<p>None.</p>" : findingTable(report.findings)}
<h2>Not covered</h2>
${uncovered(report)}
</body>
</html>
`;
}

const style = `
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem;color:#1b1f24;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #d5d9de}
.tiles{display:flex;gap:1rem;list-style:none;padding:0}.tiles li{border:1px solid #d5d9de;border-radius:6px;padding:.5rem 1rem}.tiles b{font-size:1.4rem}
.mandatory{color:#b3261e}.advisory{color:#8a5a00}code{overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){body{background:#14171a;color:#e3e6ea}.mandatory{color:#ff8a80}.advisory{color:#ffc168}a{color:#8ab4f8}}
`;

function countTable(
  findings: readonly ReportedFinding[],
  key: (finding: ReportedFinding) => string,
  name: string,
  labels: readonly string[] = [...new Set(findings.map(key))],
): string {
  if (findings.length === 0) return "<p>No findings.</p>";
  const rows = labels.map((label) => {
    const counts = countsOf(findings.filter((finding) => key(finding) === label));
    return `<tr><td>${escape(label)}</td>${fates.map((fate) => `<td>${counts[fate]}</td>`).join("")}</tr>`;
  });
  return `<table><tr><th>${name}</th>${fates.map((fate) => `<th>${fate}</th>`).join("")}</tr>${rows.join("")}</table>`;
}

function findingTable(findings: readonly ReportedFinding[]): string {
  return `<table><tr><th>Level</th><th>Severity</th><th>Control</th><th>Resource</th><th>Finding</th></tr>${findings.map(row).join("\n")}</table>`;
}

function row(finding: ReportedFinding): string {
  const { severity, policy, url, title, name, type, urn, path, value, what, fix, exemption, source } = finding;
  const fate = fateOf(finding);
  const place = path === "" ? "" : ` at <code>${escape(path)}</code>`;
  const shown = value === undefined ? "" : ` (<code>${escape(value)}</code>)`;
  const lifted = exemption
    ? `<br>Exemption ${escape(exemption.id)}: ${exemption.state}, ${escape(exemption.expires)}, ${escape(exemption.owner)}: ${escape(exemption.reason)}`
    : "";
  const from = source ? `<br><code>${escape(`${source.file}:${source.line}:${source.column}`)}</code>` : "";
  return `<tr><td class="${fate}">${fate}</td><td>${severity}</td><td><a href="${escape(url)}" title="${escape(title)}">${escape(policy)}</a></td><td title="${escape(urn)}">${escape(name || "stack")}<br><code>${escape(type)}</code></td><td>${escape(what)}${place}${shown}.<br>${escape(fix)}${lifted}${from}</td></tr>`;
}

function uncovered({ uncovered: types }: Report): string {
  const rows = Object.entries(types).map(
    ([type, count]) => `<tr><td><code>${escape(type)}</code></td><td>${count}</td></tr>`,
  );
  if (rows.length === 0) return "<p>Every AWS resource is of a type that some control looks at.</p>";
  return `<p>No control looks at these types. They are neither compliant nor not.</p><table><tr><th>Type</th><th>Resources</th></tr>${rows.join("")}</table>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}
