/** What a trigger compares: patterns as CodePipeline knows them, such as `main`, `release/*` or `services/web/**`. */
export interface TriggerPatterns {
  readonly includes?: string[];
  readonly excludes?: string[];
}

export interface PushFilter {
  readonly branches?: TriggerPatterns;
  readonly filePaths?: TriggerPatterns;
  readonly tags?: TriggerPatterns;
}

export interface PullRequestFilter {
  readonly branches?: TriggerPatterns;
  readonly filePaths?: TriggerPatterns;
  readonly events?: string[];
}

export interface TriggerFilters {
  readonly pushes?: PushFilter[];
  readonly pullRequests?: PullRequestFilter[];
}

/** CodePipeline's own input for triggers, with its one and old-fashioned provider type. */
export interface Trigger {
  readonly providerType: "CodeStarSourceConnection";
  readonly gitConfiguration: TriggerFilters & { readonly sourceActionName: string };
}

const mostFilters = 3;
const mostPatterns = 8;
const pullRequestEvents = ["OPEN", "UPDATED", "CLOSED"];

/** The way out for filters that the API refuses, or undefined. */
export function triggerProblem({ pushes = [], pullRequests = [] }: TriggerFilters): string | undefined {
  if (pushes.length + pullRequests.length === 0)
    return "Give at least one push or pull-request filter, or no triggers.";
  for (const [noun, filters] of Object.entries({ pushes, pullRequests })) {
    if (filters.length > mostFilters) return `Keep \`${noun}\` to ${mostFilters} filters: CodePipeline takes no more.`;
    for (const [index, filter] of filters.entries()) {
      const problem = filterProblem(filter);
      if (problem !== undefined) return `${problem} (\`${noun}[${index}]\`)`;
    }
  }
  return undefined;
}

function filterProblem(filter: PushFilter & PullRequestFilter): string | undefined {
  const { branches, filePaths, tags, events } = filter;
  const named = Object.entries({ branches, filePaths, tags }).filter(([, patterns]) => patterns !== undefined);
  if (named.length === 0 && events === undefined)
    return "Name branches, file paths or tags: an empty filter says nothing.";
  if (tags !== undefined && (branches !== undefined || filePaths !== undefined)) {
    return "Filter by tags or by branches and file paths: a push is one or the other.";
  }
  for (const [noun, patterns] of named) {
    const lists = [patterns?.includes ?? [], patterns?.excludes ?? []];
    if (lists.every((list) => list.length === 0)) return `Give \`${noun}\` something to include or exclude.`;
    if (lists.some((list) => list.length > mostPatterns)) {
      return `Keep every list of \`${noun}\` to ${mostPatterns} patterns: CodePipeline takes no more.`;
    }
  }
  const unknown = events?.find((event) => !pullRequestEvents.includes(event));
  return unknown === undefined ? undefined : `Replace ${unknown} by one of ${pullRequestEvents.join(", ")}.`;
}

export function pipelineTriggers(sourceActionName: string, filters: TriggerFilters): Trigger[] {
  const { pushes, pullRequests } = filters;
  const given = {
    ...(pushes !== undefined && pushes.length > 0 && { pushes }),
    ...(pullRequests !== undefined && pullRequests.length > 0 && { pullRequests }),
  };
  return [{ providerType: "CodeStarSourceConnection", gitConfiguration: { sourceActionName, ...given } }];
}
