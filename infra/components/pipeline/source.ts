import type { Input } from "@pulumi/pulumi";
import { invalid } from "../shared/validate";
import { triggerProblem } from "./triggers";

/** Patterns to include and exclude, at most eight of each. */
export interface TriggerPatternsArgs {
  /** Patterns of which one must match. Defaults to all. */
  readonly includes?: string[];
  /** Patterns of which none may match. Defaults to none. */
  readonly excludes?: string[];
}

/** Pushes that start the pipeline. */
export interface PushFilterArgs {
  /** Branches. Defaults to all. */
  readonly branches?: TriggerPatternsArgs;
  /** Changed files. Defaults to all. */
  readonly filePaths?: TriggerPatternsArgs;
  /** Git tags, instead of branches. Defaults to none. */
  readonly tags?: TriggerPatternsArgs;
}

/** Pull requests that start the pipeline. */
export interface PullRequestFilterArgs {
  /** Branches they are to be merged into. Defaults to all. */
  readonly branches?: TriggerPatternsArgs;
  /** Changed files. Defaults to all. */
  readonly filePaths?: TriggerPatternsArgs;
  /** What happens to the pull request: OPEN, UPDATED, CLOSED. Defaults to all three. */
  readonly events?: string[];
}

/** What starts the pipeline, at most three filters of each kind. */
export interface TriggerArgs {
  /** Pushes. Defaults to none. */
  readonly pushes?: PushFilterArgs[];
  /** Pull requests. Defaults to none. */
  readonly pullRequests?: PullRequestFilterArgs[];
}

/** A repository at GitHub, GitLab, Bitbucket or Azure DevOps. */
export interface ConnectionSourceArgs {
  /** Full name of the repository, as in `owner/repository`. */
  readonly repositoryId: Input<string>;
  /** Branch to deliver. Defaults to "main". */
  readonly branch?: Input<string>;
  /** ARN of an existing connection. Defaults to a new one, which a person must confirm in the console. */
  readonly connectionArn?: Input<string>;
  /** Provider of a new connection, as CodeConnections names it. Defaults to "GitHub". */
  readonly providerType?: Input<string>;
  /** What starts the pipeline. Defaults to every push to the branch. */
  readonly triggers?: TriggerArgs;
}

/** A CodeCommit repository in the same account and region. */
export interface CodeCommitSourceArgs {
  /** Name of the repository. */
  readonly repositoryName: Input<string>;
  /** Branch to deliver. Defaults to "main". */
  readonly branch?: Input<string>;
}

/** The image that another environment promoted, in the pipeline's own ECR repository. */
export interface PromotedImageSourceArgs {
  /** Tag that moves when an image is promoted. Defaults to "promoted". */
  readonly tag?: Input<string>;
}

/** Where releases come from: exactly one of these. */
export interface PipelineSourceArgs {
  /** A repository at GitHub, GitLab, Bitbucket or Azure DevOps. */
  readonly connection?: ConnectionSourceArgs;
  /** A CodeCommit repository. */
  readonly codeCommit?: CodeCommitSourceArgs;
  /** The promoted image; this pipeline then builds nothing. */
  readonly image?: PromotedImageSourceArgs;
}

export function checkSource(check: string, { connection, codeCommit, image }: PipelineSourceArgs): void {
  const given = Object.entries({ connection, codeCommit, image }).flatMap(([kind, args]) => (args ? [kind] : []));
  if (given.length !== 1) {
    throw invalid(check, "source", given, "Give exactly one of `connection`, `codeCommit` and `image`.");
  }
  const problem = connection?.triggers && triggerProblem(connection.triggers);
  if (problem !== undefined) throw invalid(check, "source.connection.triggers", connection?.triggers, problem);
}
