import { createHash } from "node:crypto";
import type { Log, ReportingDescriptor, Result } from "sarif";
import { severities } from "../configuration/keys";
import type { Source } from "./record";
import type { Report } from "./report";
import type { ReportedFinding } from "./reportedFinding";

/** SARIF 2.1.0, as code-scanning services and editors read it. */
export function sarifOf(report: Report): Log {
  const rules = rulesOf(report.findings);
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: report.tool.version,
            informationUri: "https://www.npmjs.com/package/container-delivery-policies",
            rules,
          },
        },
        automationDetails: { id: `${report.project}/${report.stack}/` },
        invocations: [
          {
            executionSuccessful: report.complete && report.problems.length === 0,
            endTimeUtc: report.generated,
            toolConfigurationNotifications: report.problems.map((text) => ({ level: "error", message: { text } })),
            toolExecutionNotifications: [
              ...report.notes,
              ...Object.entries(report.uncovered).map(([type, count]) => `No control looks at ${type} (${count}).`),
            ].map((text) => ({ level: "note", message: { text } })),
          },
        ],
        columnKind: "utf16CodeUnits",
        results: report.findings.map((finding) => resultOf(finding, rules)),
      },
    ],
  };
}

/** One for each control that found something, rated by the worst of it. */
function rulesOf(findings: readonly ReportedFinding[]): ReportingDescriptor[] {
  const byPolicy = new Map<string, ReportedFinding>();
  for (const finding of findings) {
    const known = byPolicy.get(finding.policy);
    if (!known || severities.indexOf(finding.severity) > severities.indexOf(known.severity))
      byPolicy.set(finding.policy, finding);
  }
  return [...byPolicy.values()].map(({ policy, title, description, url, references, severity }) => ({
    id: policy,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: description },
    help: { text: `${description} ${url}` },
    helpUri: url,
    properties: { tags: ["security", ...references], "security-severity": securitySeverity[severity] },
  }));
}

/** GitHub's scale from 0 to 10. */
const securitySeverity = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" } as const;

/** Where a result is when nobody knows the line: code-scanning services refuse a whole file for one result without a file. */
const project: Source = { file: "Pulumi.yaml", line: 1, column: 1 };

/** The same from run to run, and not the same for two findings that share a line: by this name GitHub knows an alert. */
function fingerprintOf({ policy, urn, path, what, detail = what }: ReportedFinding): string {
  return createHash("sha256").update([policy, urn, path, detail].join("|")).digest("hex").slice(0, 32);
}

function resultOf(finding: ReportedFinding, rules: readonly ReportingDescriptor[]): Result {
  const { policy, urn, type, name, path, what, fix, value, source = project, exemption } = finding;
  const where = path === "" ? "" : ` at ${path}`;
  return {
    ruleId: policy,
    ruleIndex: rules.findIndex(({ id }) => id === policy),
    kind: finding.outcome === "undecided" ? "review" : "fail",
    // The standard leaves a level other than `none` to results of kind `fail`.
    level: finding.outcome === "undecided" ? "none" : finding.level === "mandatory" ? "error" : "warning",
    message: { text: `${what}${where}${value === undefined ? "" : ` (${value})`}. ${fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(source.file), uriBaseId: "%SRCROOT%" },
          region: { startLine: source.line, startColumn: source.column },
        },
        logicalLocations: [{ name: name || "stack", fullyQualifiedName: urn || "stack", kind: "resource" }],
      },
    ],
    partialFingerprints: { primaryLocationLineHash: fingerprintOf(finding) },
    ...(exemption &&
      exemption.state !== "expired" && {
        suppressions: [
          {
            kind: "external",
            status: "accepted",
            justification: `${exemption.id} (${exemption.owner}, until ${exemption.expires}): ${exemption.reason}`,
          },
        ],
      }),
    properties: {
      severity: finding.severity,
      enforcementLevel: finding.level,
      resourceType: type,
      propertyPath: path,
    },
  };
}
