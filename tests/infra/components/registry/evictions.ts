import type { LifecycleRule } from "../../../../infra/components/registry/lifecycle";

export interface Image {
  readonly digest: string;
  readonly tags: string[];
  /** Day of the push; moving a tag does not change it. */
  readonly pushed: number;
}

/**
 * What ECR would expire, by its documented evaluation
 * (https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html): all rules choose at the same time,
 * and an image whose tags match a rule can't be expired by a rule of lower priority.
 */
export function evictions(rules: LifecycleRule[], images: Image[], today: number): Set<string> {
  const ordered = [...rules].sort((a, b) => a.rulePriority - b.rulePriority);
  const expired = ordered.flatMap((rule, index) => {
    const matching = images.filter((image) => matches(rule, image));
    const claimed = (image: Image) => ordered.slice(0, index).some((earlier) => matches(earlier, image));
    return chosen(rule, matching, today).filter((image) => !claimed(image));
  });
  return new Set(expired.map(({ digest }) => digest));
}

function matches({ selection }: LifecycleRule, image: Image): boolean {
  if (selection.tagStatus === "untagged") return image.tags.length === 0;
  return selection.tagPrefixList.every((prefix) => image.tags.some((tag) => tag.startsWith(prefix)));
}

function chosen({ selection }: LifecycleRule, images: Image[], today: number): Image[] {
  if (selection.countType === "sinceImagePushed") {
    return images.filter(({ pushed }) => today - pushed > selection.countNumber);
  }
  return [...images].sort((a, b) => b.pushed - a.pushed).slice(selection.countNumber);
}
