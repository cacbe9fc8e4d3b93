import type { Surroundings } from "../shared/arns";
import { imageTags } from "../shared/imageTags";

export interface EnvironmentVariable {
  readonly name: string;
  readonly value: string;
  readonly type: "PLAINTEXT";
}

/** Thresholds of the scan gate. */
export interface ScanGate {
  readonly maximumCritical: number;
  readonly maximumHigh: number;
  readonly timeoutMinutes: number;
}

/** Values reach scripts as environment variables, so that no value is ever parsed as shell. */
export function environmentVariables(values: Record<string, string>): EnvironmentVariable[] {
  return Object.entries(values).map(([name, value]) => ({ name, value, type: "PLAINTEXT" }));
}

export function repositoryUri(where: Surroundings, repositoryName: string): string {
  const domain = where.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  return `${where.account}.dkr.ecr.${where.region}.${domain}/${repositoryName}`;
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

/** What the image script reads. */
export function imageValues(where: Surroundings, repositoryName: string, platform: string, dockerfile: string) {
  return {
    REPOSITORY_URI: repositoryUri(where, repositoryName),
    RELEASE_TAG_PREFIX: imageTags.releasePrefix,
    // One cache per platform: they would overwrite each other.
    CACHE_TAG: `${imageTags.cachePrefix}-${platform.replace("/", "-")}`,
    PLATFORM: platform,
    DOCKERFILE: dockerfile,
    CONTEXT_DIRECTORY: ".",
  };
}
