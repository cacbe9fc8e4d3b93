import type { Node } from "../shared/node";

/** Where CodeBuild takes code from by git, with a URL. */
const gitHosts = ["GITHUB", "GITHUB_ENTERPRISE", "BITBUCKET", "GITLAB", "GITLAB_SELF_MANAGED", "CODECOMMIT"];

/** All sources of a project. */
export function sourcesOf(project: Node): Node[] {
  const secondary = project.at("secondarySources");
  return [project.at("source"), ...(secondary.isUnknown ? [secondary] : secondary.items())];
}

export function isGit(source: Node): boolean {
  return gitHosts.includes(source.at("type").string() ?? "");
}

/**
 * Whether the source could go through a connection but need not: GitLab cannot go otherwise, and an own GitHub Enterprise
 * server may be out of a connection's reach.
 */
export function takesConnection(source: Node): boolean {
  return ["GITHUB", "BITBUCKET"].includes(source.at("type").string() ?? "");
}

/** `https://token@host` and `https://user:token@host`. A user alone in an SSH address is no secret. */
export function holdsCredentials(url: string): boolean {
  return /^https?:\/\/[^/?#\s]*@/i.test(url) || /^[a-z+]+:\/\/[^/?#\s@]*:[^/?#\s]*@/i.test(url);
}

/** The address. One of CodeCommit that is not known yet is an output of a repository, which holds no credentials. */
export function addressOf(source: Node): string {
  const location = source.at("location");
  if (location.isUnknown && source.at("type").string() === "CODECOMMIT") return "";
  return location.string() ?? "";
}
