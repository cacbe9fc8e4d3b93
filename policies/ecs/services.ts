import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { serviceType, taskSetType } from "./types";

/** The services and task sets that run the task definition: by its outputs, or by the name of its family. */
export function usersOf(task: StackResource, stack: StackIndex): StackResource[] {
  const linked = stack.linked([serviceType, taskSetType], "taskDefinition", task);
  const family = task.props.at("family");
  if (!family.isKnown) return linked;
  const byFamily = stack.ofType(serviceType, taskSetType).filter(({ props }) => {
    const named = props.at("taskDefinition");
    if (!named.isKnown) return false;
    return (
      String(named.raw)
        .replace(/^arn:.*:task-definition\//, "")
        .replace(/:\d+$/, "") === family.raw
    );
  });
  return [...new Set([...linked, ...byFamily])];
}
