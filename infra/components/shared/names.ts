import { getProject, getStack } from "@pulumi/pulumi";
import { createHash } from "node:crypto";
import type { Surroundings } from "./arns";

const digestLength = 8;

/** Cuts a name to a limit; a digest of the whole name keeps two long names apart. */
export function shorten(name: string, limit: number): string {
  if (name.length <= limit) return name;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, digestLength);
  return `${name.slice(0, limit - digestLength - 1).replace(/-+$/, "")}-${digest}`;
}

/**
 * The physical name of a resource whose ARN other resources' documents must know in the first preview:
 * project, stack, name. Names are a contract here, not decoration: an auto-named role or bucket has an unknown ARN
 * until it exists, and no policy can judge a document that holds one.
 */
export function physicalName(name: string, limit = 64): string {
  const full = `${getProject()}-${getStack()}-${name}`.toLowerCase().replace(/[^a-z0-9-]+/g, "-");
  return shorten(full, limit);
}

/** Bucket names are global: account and region keep two deployments of one stack name apart. */
export function bucketName(name: string, where: Surroundings): string {
  const suffix = `-${where.account}-${where.region}`;
  return `${physicalName(name, 63 - suffix.length)}${suffix}`;
}
