import { matches } from "../documents/glob";
import type { Node } from "../shared/node";
import type { Settings } from "../shared/settings";

/** Registries that ECR can cache. */
export const knownUpstreams: readonly string[] = [
  "public.ecr.aws",
  "quay.io",
  "registry.k8s.io",
  "registry-1.docker.io",
  "ghcr.io",
  "registry.gitlab.com",
  "cgr.dev",
  "*.azurecr.io",
  "*.dkr.ecr.*.amazonaws.com",
];

const withCredentials = ["registry-1.docker.io", "ghcr.io", "registry.gitlab.com", "cgr.dev", "*.azurecr.io"];

/** Whether ECR needs a secret to pull from the registry. */
export function needsCredentials(url: string): boolean {
  return withCredentials.some((pattern) => matches(pattern, url));
}

/** Whether ECR needs a role to pull from the registry: it is a private one of another account. Nobody may have said which is the own one. */
export function needsRole(url: string, settings: Settings): boolean | undefined {
  const account = /^(\d{12})\.dkr[.-]ecr[.-]/.exec(url)?.[1];
  if (account === undefined) return false;
  return settings.ownAccounts.length === 0 ? undefined : !settings.ownAccounts.includes(account);
}

/** Whether the property names a secret that ECR accepts: its name begins with a prefix of ECR's own. */
export function isCacheSecret(credential: Node): boolean {
  return credential.isUnknown || (credential.string() ?? "").includes(":secret:ecr-pullthroughcache/");
}
