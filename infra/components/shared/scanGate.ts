import { all } from "@pulumi/pulumi";
import type { Input, Output } from "@pulumi/pulumi";
import { integerBetween, validated } from "./validate";

/** What an image may contain and still be delivered. */
export interface ScanGateArgs {
  /** Critical vulnerabilities that pass. Defaults to 0. */
  readonly maximumCriticalFindings?: Input<number>;
  /** High vulnerabilities that pass. Defaults to 0. */
  readonly maximumHighFindings?: Input<number>;
  /** Minutes to wait for the scan. Defaults to 15. */
  readonly timeoutMinutes?: Input<number>;
}

/** Thresholds of the scan gate. */
export interface ScanGate {
  readonly maximumCritical: number;
  readonly maximumHigh: number;
  readonly timeoutMinutes: number;
}

export function normalizeGate(check: string, args: ScanGateArgs = {}): Output<ScanGate> {
  const count = integerBetween(0, 100_000);
  return all([
    validated(check, "scanGate.maximumCriticalFindings", args.maximumCriticalFindings ?? 0, count),
    validated(check, "scanGate.maximumHighFindings", args.maximumHighFindings ?? 0, count),
    validated(check, "scanGate.timeoutMinutes", args.timeoutMinutes ?? 15, integerBetween(1, 60)),
  ]).apply(([maximumCritical, maximumHigh, timeoutMinutes]) => ({ maximumCritical, maximumHigh, timeoutMinutes }));
}

/** What the scan gate reads. */
export function gateValues(repositoryName: string, gate: ScanGate): Record<string, string> {
  return {
    REPOSITORY_NAME: repositoryName,
    MAXIMUM_CRITICAL: String(gate.maximumCritical),
    MAXIMUM_HIGH: String(gate.maximumHigh),
    SCAN_TIMEOUT_SECONDS: String(gate.timeoutMinutes * 60),
  };
}
