import type { Node } from "../shared/node";

export const pipelineType = "aws:codepipeline/pipeline:Pipeline";

export interface Action {
  readonly node: Node;
  readonly stage: Node;
  /** Number of the stage. */
  readonly position: number;
}

/** All actions in the order of their stages. */
export function actionsOf(pipeline: Node): Action[] {
  return pipeline
    .at("stages")
    .items()
    .flatMap((stage, position) =>
      stage
        .at("actions")
        .items()
        .map((node) => ({ node, stage, position })),
    );
}

/**
 * Whether the action deploys: by its category, or because a build, command or function is named so. CodeBuild projects
 * that deploy are builds for CodePipeline.
 */
export function deploys({ node, stage }: Action): boolean {
  const category = node.at("category").string() ?? "";
  if (category === "Deploy") return true;
  if (!["Build", "Compute", "Invoke"].includes(category)) return false;
  return [stage.at("name"), node.at("name")].some((name) => /^deploy/i.test(name.string() ?? ""));
}

/** Whether a person must agree. */
export function approves({ node }: Action): boolean {
  return node.at("category").string() === "Approval" && node.at("provider").string() === "Manual";
}

/** Whether the first action is over before the second begins. */
export function isBefore(first: Action, second: Action): boolean {
  if (first.position !== second.position) return first.position < second.position;
  return (first.node.at("runOrder").number() ?? 1) < (second.node.at("runOrder").number() ?? 1);
}
