/** What the subject of a token must say, by who issues it. */
export interface Issuer {
  readonly name: string;
  readonly host: RegExp;
  /** Whether a value of `:sub` fixes whose token it is, and has something fixed beyond that. */
  readonly fixes: (subject: string) => boolean;
  readonly example: string;
}

const issuers: readonly Issuer[] = [
  {
    name: "GitHub",
    host: /^token\.actions\.githubusercontent\.com|\/_services\/token$/,
    fixes: (subject) => /^repo:[^*?:/]+\/[^*?:/]+:/.test(subject) && isMoreThanWildcards(subject.split(":").slice(2)),
    example: "repo:<owner>/<repository>:ref:refs/heads/main",
  },
  {
    name: "GitLab",
    host: /gitlab/,
    fixes: (subject) =>
      /^project_path:[^*?:/]+\/[^*?:]+:/.test(subject) && isMoreThanWildcards(subject.split(":").slice(2)),
    example: "project_path:<group>/<project>:ref_type:branch:ref:main",
  },
  {
    name: "EKS",
    host: /^oidc\.eks\./,
    fixes: (subject) =>
      /^system:serviceaccount:[^*?:]+:/.test(subject) && isMoreThanWildcards(subject.split(":").slice(3)),
    example: "system:serviceaccount:<namespace>:<name>",
  },
];

const other: Issuer = {
  name: "the provider",
  host: /./,
  // The first two parts of most subjects are organization and project.
  fixes: (subject) => !/[*?]/.test(subject) || /^[^*?]*[^*?:/][:/][^*?:/]*[^*?:/][:/]/.test(subject),
  example: "<subject of the one workload>",
};

export function issuerOf(host: string): Issuer {
  return issuers.find((issuer) => issuer.host.test(host)) ?? other;
}

function isMoreThanWildcards(parts: readonly string[]): boolean {
  return /[^*?:/]/.test(parts.join(":"));
}

/** The host in `arn:aws:iam::123456789012:oidc-provider/host/path`, or a web identity provider named by its host. */
export function hostOf(federated: string): string | undefined {
  const marker = ":oidc-provider/";
  const at = federated.indexOf(marker);
  if (at >= 0) return federated.slice(at + marker.length).toLowerCase();
  return federated.startsWith("arn:") ? undefined : federated.toLowerCase();
}
