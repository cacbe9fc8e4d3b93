import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { templateType } from "./types";

/** The creation templates of the stack for one of the ways in which ECR creates repositories. */
export function templatesFor(feature: "PULL_THROUGH_CACHE" | "REPLICATION", stack: StackIndex): StackResource[] {
  return stack.ofType(templateType).filter(({ props }) =>
    props
      .at("appliedFors")
      .items()
      .some((applied) => applied.string() === feature),
  );
}

/** Whether the template governs repositories below the prefix: by the same one, by one above it, or as ROOT. */
export function governs({ props }: StackResource, prefix: string): boolean {
  const own = props.at("prefix").string() ?? "";
  return own === "ROOT" || `${prefix}/`.startsWith(`${own.replace(/\/$/, "")}/`);
}
