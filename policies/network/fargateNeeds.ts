import { containersOf } from "../ecs/containers";
import type { Node } from "../shared/node";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";

export const taskType = "aws:ecs/taskDefinition:TaskDefinition";
const secretType = "aws:secretsmanager/secret:Secret";
const parameterType = "aws:ssm/parameter:Parameter";

/** The services of AWS that Fargate itself calls for the tasks of an ECS service, by the endings of their endpoints' names. */
export function neededBy(stack: StackIndex, service: StackResource): string[] {
  const task = stack.target(service, "taskDefinition", [taskType]);
  return ["s3", "ecr.api", "ecr.dkr", ...(task ? taskNeeds(task) : ["logs"])];
}

function taskNeeds(task: StackResource): string[] {
  const used = (task.propertyDependencies["containerDefinitions"] ?? []).map(({ type }) => type);
  const injected = used.includes(secretType) ? ["secretsmanager"] : [];
  const containers = readable(task);
  if (!containers) return ["logs", ...injected, ...(used.includes(parameterType) ? ["ssm"] : [])];
  const drivers = containers.map((container) => container.at("logConfiguration", "logDriver"));
  const logs = drivers.some((driver) => driver.isUnknown || driver.raw === "awslogs") ? ["logs"] : [];
  return [...logs, ...injected, ...containers.flatMap(sourcesOf).map(serviceOf)];
}

/** Nothing while the containers are unknown. What is wrong with them is told by the controls about them. */
function readable({ props }: StackResource): Node[] | undefined {
  try {
    return containersOf(props);
  } catch {
    return undefined;
  }
}

/** Where the container's secrets come from. */
function sourcesOf(container: Node): Node[] {
  const lists = [container.at("secrets"), container.at("logConfiguration", "secretOptions")];
  const entries = lists.flatMap((list) => (list.isUnknown ? [] : list.items()));
  const sources = [...entries.map((entry) => entry.at("valueFrom"))];
  return [...sources, container.at("repositoryCredentials", "credentialsParameter")].filter(({ isKnown }) => isKnown);
}

/** A name alone is one of a parameter. */
function serviceOf({ raw }: Node): string {
  return /^arn:[^:]*:secretsmanager:/.test(String(raw)) ? "secretsmanager" : "ssm";
}
