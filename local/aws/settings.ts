import { isObject, revealAll, UNKNOWN } from "./values";
import type { Properties } from "./values";

/** What the provider resource was configured with (`aws:region`, `aws:defaultTags`, …). */
export interface Settings {
  readonly region: string;
  readonly account: string;
  readonly partition: string;
  readonly defaultTags: Readonly<Record<string, string>>;
  readonly maxRetries: number;
}

export const SANDBOX_ACCOUNT = "123456789012";

/** Nested provider arguments arrive as JSON text: that is how the SDK sends them. */
export function settingsFrom(configuration: Properties): Settings {
  const plain = revealAll(configuration);
  const region = typeof plain["region"] === "string" && plain["region"] !== UNKNOWN ? plain["region"] : "us-east-1";
  const tags = nested(plain["defaultTags"]);
  return {
    region,
    account: accountOf(plain),
    partition: partitionOf(region),
    defaultTags: isObject(tags) && isObject(tags["tags"]) ? (tags["tags"] as Record<string, string>) : {},
    maxRetries: Number(plain["maxRetries"] ?? 25),
  };
}

export function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

function accountOf(configuration: Properties): string {
  const roles = nested(configuration["assumeRoles"]) ?? nested(configuration["assumeRole"]);
  const role = Array.isArray(roles) ? roles[0] : roles;
  const arn = isObject(role) ? String(role["roleArn"]) : "";
  return /^arn:[^:]+:iam::(\d{12}):/.exec(arn)?.[1] ?? SANDBOX_ACCOUNT;
}

function nested(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
