import { covers } from "../documents/glob";
import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";

/** Tags that move by design: what an environment runs, what is promoted, the builder's cache. */
export const movingTags: readonly string[] = ["promoted", "env-*", "buildcache*"];

/** Judges the two properties that say which tags may move, which repositories and the templates for them share. */
export function judgeMutability(props: Node, moving: readonly string[], report: Reporter): void {
  const mutability = props.at("imageTagMutability");
  // Absent means MUTABLE.
  if (mutability.string() !== "IMMUTABLE" && mutability.string() !== "IMMUTABLE_WITH_EXCLUSION") {
    report.violation({
      at: mutability,
      what: "A tag can be moved to another image after it was scanned and approved",
      fix: "Set `imageTagMutability` to `IMMUTABLE`, or to `IMMUTABLE_WITH_EXCLUSION` with filters for moving tags.",
    });
    return;
  }
  if (mutability.string() === "IMMUTABLE") return;
  report.each(props.at("imageTagMutabilityExclusionFilters").items(), (exclusion) => {
    const filter = exclusion.at("filter");
    const text = filter.string() ?? "*";
    if (moving.some((pattern) => covers(pattern, text))) return;
    report.violation({
      at: filter,
      what: "Tags are excluded from immutability that are not agreed to move",
      fix: `Exclude only ${moving.join(", ")}, or add the filter to this control's \`movingTags\`.`,
      detail: text,
    });
  });
}
