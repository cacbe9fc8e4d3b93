/** What one value of a token's claim fixes: whose token it is, and which of that workload's runs it is for. */
export interface Fixed {
  readonly workload: boolean;
  readonly run: boolean;
}

export const nothing: Fixed = { workload: false, run: false };
export const everything: Fixed = { workload: true, run: true };

export function isLiteral(text: string | undefined): boolean {
  return text !== undefined && text !== "" && !/[*?]/.test(text);
}

/** Something besides wildcards and separators. */
export function hasLiteral(text: string): boolean {
  return /[^*?:/]/.test(text);
}

/** `owner/name`, or deeper, without wildcards. */
export function isLiteralPath(text: string | undefined): boolean {
  return isLiteral(text) && /^[^/]+\/./.test(text ?? "");
}

/** A subject that is a row of names and values, `organization:acme:pipeline:shop:ref:…`, and what is left without a name. */
export interface Pairs {
  readonly values: ReadonlyMap<string, string>;
  readonly rest: string;
}

export function pairsOf(subject: string, names: readonly string[]): Pairs {
  const parts = subject.split(":");
  const values = new Map<string, string>();
  const rest: string[] = [];
  for (let index = 0; index < parts.length; index++) {
    const name = parts[index] as string;
    const value = parts[index + 1];
    if (names.includes(name.toLowerCase()) && value !== undefined) {
      values.set(name.toLowerCase(), value);
      index++;
    } else rest.push(name);
  }
  return { values, rest: rest.join(":") };
}

/** What GitHub lets a repository put into its subjects. https://docs.github.com/en/actions/reference/security/oidc */
const whoseOnGitHub = ["repo", "repository", "repository_id", "job_workflow_ref"];
const aroundOnGitHub = [
  "enterprise",
  "enterprise_id",
  "repository_owner",
  "repository_owner_id",
  "repository_visibility",
];

/** One claim of GitHub: in the subject, or as a condition key of its own. */
export function fixedOnGitHub(claim: string, value: string): Fixed {
  if (claim === "sub") return fixedBySubjectOnGitHub(value);
  if (claim === "repo" || claim === "repository") return { workload: isLiteralPath(value), run: false };
  if (claim === "repository_id") return { workload: isLiteral(value), run: false };
  if (claim === "job_workflow_ref") {
    // A workflow of one repository, in any of its versions.
    return { workload: isLiteralPath(value.split("@")[0]) && value.includes("@"), run: hasLiteral(value) };
  }
  return ["environment", "ref", "workflow"].includes(claim) ? { workload: false, run: hasLiteral(value) } : nothing;
}

function fixedBySubjectOnGitHub(subject: string): Fixed {
  const { values, rest } = pairsOf(subject, [...whoseOnGitHub, ...aroundOnGitHub]);
  const fixed = whoseOnGitHub.map((claim) => fixedOnGitHub(claim, values.get(claim) ?? ""));
  return {
    workload: fixed.some(({ workload }) => workload),
    run: fixed.some(({ run }) => run) || hasLiteral(rest),
  };
}

/** https://docs.gitlab.com/ci/secrets/id_token_authentication */
export function fixedOnGitLab(claim: string, value: string): Fixed {
  if (claim === "project_id") return { workload: isLiteral(value), run: false };
  if (claim === "ref_protected") return { workload: false, run: value === "true" };
  if (claim !== "sub") return nothing;
  const { values, rest } = pairsOf(value, ["project_path", "project_id"]);
  return {
    workload: isLiteralPath(values.get("project_path")) || isLiteral(values.get("project_id")),
    run: hasLiteral(rest),
  };
}
