import { imageTags } from "../shared/imageTags";

/** How much of a repository's history stays. */
export interface Retention {
  /** Newest builds kept, deployed or not. */
  readonly releases: number;
  /** Days an image without any tag is kept. */
  readonly untaggedDays: number;
}

/** A rule of ECR's lifecycle-policy format, as far as we use it. */
export interface LifecycleRule {
  readonly rulePriority: number;
  readonly description: string;
  readonly selection:
    | {
        readonly tagStatus: "tagged";
        readonly tagPrefixList: string[];
        readonly countType: "imageCountMoreThan";
        readonly countNumber: number;
      }
    | {
        readonly tagStatus: "untagged";
        readonly countType: "sinceImagePushed";
        readonly countUnit: "days";
        readonly countNumber: number;
      };
  readonly action: { readonly type: "expire" };
}

// A tag sits on one image, so this is more images than tags that move can ever hold: such a rule expires nothing. It
// is there because ECR never lets a later rule expire an image whose tags match an earlier one.
const never = 1000;
const cachesKept = 20;

/**
 * Expires builds by count and leftovers by age. What runs, what it replaced and what is promoted carry tags that the
 * first rules match, and so outlive any number of newer builds. There is no rule for `any` image and none for the age
 * of a tagged one: those delete the image that runs in a service nobody has deployed for a while
 * (aws/containers-roadmap#1078, #1036, #637).
 */
export function lifecycleRules(retention: Retention): LifecycleRule[] {
  const tagged = (prefix: string, countNumber: number): LifecycleRule["selection"] => ({
    tagStatus: "tagged",
    tagPrefixList: [prefix],
    countType: "imageCountMoreThan",
    countNumber,
  });
  const untagged: LifecycleRule["selection"] = {
    tagStatus: "untagged",
    countType: "sinceImagePushed",
    countUnit: "days",
    countNumber: retention.untaggedDays,
  };
  const rules = [
    {
      description: "Keep what environments run and what they ran before",
      selection: tagged(imageTags.environmentPrefix, never),
    },
    { description: "Keep what is promoted", selection: tagged(imageTags.promoted, never) },
    { description: "Keep the newest builds", selection: tagged(imageTags.releasePrefix, retention.releases) },
    { description: "Keep the newest layer caches", selection: tagged(imageTags.cachePrefix, cachesKept) },
    { description: "Expire leftovers", selection: untagged },
  ];
  return rules.map((rule, index) => ({ rulePriority: index + 1, ...rule, action: { type: "expire" } }));
}

export const lifecycleDocument = (retention: Retention): string => JSON.stringify({ rules: lifecycleRules(retention) });
