/**
 * The tags an image can carry, shared by whoever pushes them, expires them and deploys by them: a lifecycle rule that
 * protects a tag nobody pushes any more protects nothing.
 */
export const imageTags = {
  /** Every build: `release-<commit>`. Immutable. */
  releasePrefix: "release-",
  /** What an environment runs, and what it ran before: `env-<stack>`, `env-<stack>-previous`. Move. */
  environmentPrefix: "env-",
  /** What the next environment may take. Moves. */
  promoted: "promoted",
  /** Layer cache of the builder. Moves. */
  cachePrefix: "buildcache",
} as const;

/** The tags that move, as ECR's exclusion filters want them; every other tag is immutable. */
export const movingTagFilters = [imageTags.promoted, `${imageTags.environmentPrefix}*`, `${imageTags.cachePrefix}*`];
