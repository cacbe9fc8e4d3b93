import type { Log, ReportingDescriptor, Result } from "sarif";
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
            toolExecutionNotifications: Object.entries(report.uncovered).map(([type, count]) => ({
              level: "note",
              message: { text: `No control looks at ${type} (${count}).` },
            })),
          },
        ],
        columnKind: "utf16CodeUnits",
        results: report.findings.map((finding) => resultOf(finding, rules)),
      },
    ],
  };
}

function rulesOf(findings: readonly ReportedFinding[]): ReportingDescriptor[] {
  const first = new Map(findings.map((finding) => [finding.policy, finding]));
  return [...first.values()].map(({ policy, title, description, url, references }) => ({
    id: policy,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: description },
    helpUri: url,
    properties: { tags: ["security", ...references] },
  }));
}

/** GitHub's scale from 0 to 10. */
const securitySeverity = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" } as const;

function resultOf(finding: ReportedFinding, rules: readonly ReportingDescriptor[]): Result {
  const { policy, urn, type, name, path, what, fix, value, source, exemption } = finding;
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
        ...(source && {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(source.file), uriBaseId: "%SRCROOT%" },
            region: { startLine: source.line, startColumn: source.column },
          },
        }),
        logicalLocations: [{ name: name || "stack", fullyQualifiedName: urn || "stack", kind: "resource" }],
      },
    ],
    partialFingerprints: { "policyResourcePath/v1": [policy, urn, path, finding.detail ?? ""].join("|") },
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
      "security-severity": securitySeverity[finding.severity],
      severity: finding.severity,
      enforcementLevel: finding.level,
      resourceType: type,
      propertyPath: path,
    },
  };
}
