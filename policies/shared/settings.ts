/** What the user says about the place that a stack is judged for. Read and validated once, before the first resource. */
export interface Settings {
  readonly environment: Environment;
  /** The accounts that this stack's resources live in. Empty when nobody said. */
  readonly ownAccounts: readonly string[];
  /** Other accounts that documents may trust. */
  readonly trustedAccounts: readonly string[];
  /** `o-…` ids that documents may trust. */
  readonly trustedOrganizations: readonly string[];
  /** What becomes of a finding that cannot be decided yet. */
  readonly onUnknown: "advisory" | "mandatory";
  readonly profile: "baseline" | "strict" | "cis";
  readonly preview: boolean;
  readonly stackTags: ReadonlyMap<string, string>;
  /** Whether a value was given by the stack's configuration. Absent where nobody sees that. */
  readonly isConfigured?: (value: string) => boolean;
}

export interface Environment {
  /** The stack's own word: `dev`, `prod`, `team-a`. */
  readonly name: string;
  /** `dev` only when the name is known to be one; everything else is judged as `prod`. */
  readonly kind: "dev" | "prod";
  /** False when no list of environments has the name. */
  readonly known: boolean;
  /** Protected environments keep their data: no force delete, deletion protection, approvals. */
  readonly protected: boolean;
}
