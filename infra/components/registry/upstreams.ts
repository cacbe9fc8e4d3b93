/** Registries that ECR can cache, and whether they want to know who pulls. */
const upstreams: Record<string, { readonly credential: boolean }> = {
  "public.ecr.aws": { credential: false },
  "quay.io": { credential: false },
  "registry.k8s.io": { credential: false },
  "registry-1.docker.io": { credential: true },
  "ghcr.io": { credential: true },
  "registry.gitlab.com": { credential: true },
  "cgr.dev": { credential: true },
};

const secretPrefix = "ecr-pullthroughcache/";

export interface UpstreamCache {
  readonly prefix: string;
  readonly upstreamRegistryUrl: string;
  readonly credentialArn?: string;
}

/** The way out for a cache that ECR would refuse, or undefined. */
export function cacheProblem({ prefix, upstreamRegistryUrl, credentialArn }: UpstreamCache): string | undefined {
  const upstream = upstreams[upstreamRegistryUrl] ?? azure(upstreamRegistryUrl);
  if (upstream === undefined) {
    return `Set \`upstreamRegistryUrl\` to one of ${Object.keys(upstreams).join(", ")} or <name>.azurecr.io.`;
  }
  if (!/^(?=.{2,30}$)[a-z0-9]+([._/-][a-z0-9]+)*$/.test(prefix)) {
    return "Set `prefix` to 2 to 30 lower-case letters and digits, separated by single `.`, `_`, `-` or `/`.";
  }
  if (upstream.credential && !credentialArn?.includes(`:secret:${secretPrefix}`)) {
    return `Set \`credentialArn\` to a secret whose name begins with ${secretPrefix}: ${upstreamRegistryUrl} asks for credentials.`;
  }
  return undefined;
}

const azure = (url: string) => (/^[a-z0-9-]+\.azurecr\.io$/.test(url) ? { credential: true } : undefined);
