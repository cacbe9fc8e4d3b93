import type { Node } from "../shared/node";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { serviceType, taskSetType } from "./types";

/** What starts tasks at times or on events. */
export const jobTypes = ["aws:cloudwatch/eventTarget:EventTarget", "aws:scheduler/schedule:Schedule"];

/** The services and task sets that run the task definition: by its outputs, or by the name of its family. */
export function usersOf(task: StackResource, stack: StackIndex): StackResource[] {
  const linked = stack.linked([serviceType, taskSetType], "taskDefinition", task);
  const byFamily = stack
    .ofType(serviceType, taskSetType)
    .filter(({ props }) => names(props.at("taskDefinition"), task));
  return [...new Set([...linked, ...byFamily])];
}

/** Whether something starts the task at times or on events. */
export function isJob(task: StackResource, stack: StackIndex): boolean {
  return stack.ofType(...jobTypes).some(({ props, propertyDependencies }) => {
    const dependencies = [...(propertyDependencies.ecsTarget ?? []), ...(propertyDependencies.target ?? [])];
    const named = [
      props.at("ecsTarget", "taskDefinitionArn"),
      props.at("target", "ecsParameters", "taskDefinitionArn"),
    ];
    return dependencies.some(({ urn }) => urn === task.urn) || named.some((node) => names(node, task));
  });
}

/** Whether the text is the family of the task definition, or its ARN, with or without a revision. */
function names(text: Node, task: StackResource): boolean {
  const family = task.props.at("family");
  if (!text.isKnown || !family.isKnown) return false;
  const named = String(text.raw)
    .replace(/^arn:.*:task-definition\//, "")
    .replace(/:\d+$/, "");
  return named === family.raw;
}
