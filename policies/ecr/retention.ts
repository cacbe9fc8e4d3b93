export interface Retention {
  /** Tags of what an environment runs and what it ran before. */
  readonly runningTags: readonly string[];
  /** Tags of what may be deployed. */
  readonly releaseTags: readonly string[];
  /** Fewest images that a rule on such tags must keep. */
  readonly minimumKept: number;
}

export const retention: Retention = { runningTags: ["env-*"], releaseTags: ["release-*"], minimumKept: 5 };
