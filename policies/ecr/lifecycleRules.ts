import { covers, intersects } from "../documents/glob";
import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import { patternsOf, priority, rulesOf } from "./lifecycleDocument";
import type { Retention } from "./retention";

/** Judges a lifecycle policy: it must get rid of leftovers and must never reach the running or the rollback image. */
export function judgeLifecycle(policy: Node, wanted: Retention, report: Reporter): void {
  const rules = rulesOf(policy).filter((rule) => rule.at("selection", "storageClass").string() !== "archive");
  if (!rules.some((rule) => ["untagged", "any"].includes(rule.at("selection", "tagStatus").string() ?? ""))) {
    report.violation({
      at: policy.path,
      what: "No rule expires images without a tag",
      fix: 'Add a rule with `tagStatus` "untagged".',
    });
  }
  const kept = new Set<string>();
  const ordered = rules.sort((a, b) => priority(a) - priority(b));
  report.each(ordered, (rule) => judgeRule(rule, kept, wanted, report));
}

function judgeRule(rule: Node, kept: Set<string>, wanted: Retention, report: Reporter): void {
  const selection = rule.at("selection");
  const status = selection.at("tagStatus").string();
  if (status === "untagged") return;
  const byCount = selection.at("countType").string() === "imageCountMoreThan";
  const patterns = status === "any" ? ["*"] : patternsOf(selection);
  if (status === "any" && !byCount) {
    report.violation({
      at: selection.at("tagStatus"),
      what: "Images expire by age whatever their tags, the running one included",
      fix: 'Use `tagStatus` "untagged", or "tagged" with patterns of images that are never deployed.',
    });
    return;
  }
  const enough = byCount && (selection.at("countNumber").number() ?? 0) >= wanted.minimumKept;
  const reached = [...wanted.runningTags, ...wanted.releaseTags].find(
    (tag) => !kept.has(tag) && patterns.some((pattern) => intersects(pattern, tag)),
  );
  if (reached !== undefined && !enough) {
    report.violation({
      at: selection.at(byCount ? "countNumber" : "countType"),
      what: `The rule reaches images tagged ${reached}, so the running or the rollback image can expire`,
      fix: `Keep at least ${wanted.minimumKept} of them by \`imageCountMoreThan\`, or select other tags.`,
      detail: reached,
    });
    return;
  }
  // ECR never lets a later rule expire an image whose tags an earlier rule selects. What runs carries a running tag.
  const covered = (tag: string) => patterns.length === 1 && covers(patterns[0] as string, tag);
  if (wanted.runningTags.length > 0 && wanted.runningTags.every(covered)) {
    [...wanted.runningTags, ...wanted.releaseTags].forEach((tag) => kept.add(tag));
  }
  wanted.releaseTags.filter(covered).forEach((tag) => kept.add(tag));
}
