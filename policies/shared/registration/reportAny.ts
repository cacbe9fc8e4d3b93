import type { ReportViolation } from "@pulumi/policy";

/** At run time the SDK takes an object with a name and level of its own; its declarations only know the text. */
export type ReportAny = (violation: {
  name?: string;
  message: string;
  urn?: string;
  description?: string;
  severity?: string;
  enforcementLevel?: string;
}) => void;

export function asReportAny(report: ReportViolation): ReportAny {
  return report as unknown as ReportAny;
}
