import { show } from "../checks";
import type { Call, Refusal, StoredResource } from "../contract";
import { hasUnknown, isUnchanged, isUnknown, recordsAt, textAt, valuesAt } from "../paths";
import { find, isForeign, missingAt, stored } from "../references";
import { refusal } from "../rules";
import { listenerType, listenerRuleType, targetGroupType } from "../elb/types";
import { parseContainers } from "./containers";
import { shiftsTraffic } from "./deployment";
import { taskDefinitionOf } from "./serviceTask";

const code = "InvalidParameterException";

/** Each load balancer entry names a container port of the task definition and a target group that is in use. */
export function refuseTargets(call: Call): Refusal[] {
  const task = taskDefinitionOf(call, textAt(call.inputs, "taskDefinition"));
  if (isUnchanged(call, "loadBalancers") && isUnchanged(call, "taskDefinition")) return [];
  return recordsAt(call.inputs, "loadBalancers[]").flatMap(({ path, value }) => [
    ...(task === undefined ? [] : containerProblems(path, value, task)),
    ...groupProblems(call, `${path}.targetGroupArn`, textAt(value, "targetGroupArn"), task),
  ]);
}

function containerProblems(path: string, balancer: Record<string, unknown>, task: StoredResource): Refusal[] {
  const containers = parseContainers(task.inputs.containerDefinitions);
  const name = textAt(balancer, "containerName");
  if (containers === undefined || name === undefined) return [];
  const container = containers.find((one) => one.name === name);
  const known = containers.map((one) => String(one.name)).join(", ");
  if (container === undefined) {
    const message = `${path}.containerName is ${show(name)}: the container does not exist in the task definition. It has: ${known}.`;
    return [refusal(code, `${path}.containerName`, message)];
  }
  const { containerPort } = balancer;
  const ports = valuesAt(container, "portMappings[].containerPort").map(({ value }) => value);
  if (isUnknown(containerPort) || hasUnknown(ports) || ports.includes(containerPort)) return [];
  const message = `${path}.containerPort is ${show(containerPort)}: the container ${name} did not have it in portMappings. It has: ${ports.join(", ") || "none"}.`;
  return [refusal(code, `${path}.containerPort`, message)];
}

export function groupProblems(
  call: Call,
  path: string,
  group: string | undefined,
  task: StoredResource | undefined,
): Refusal[] {
  if (group === undefined || isForeign(call, group)) return [];
  const found = find(call, [targetGroupType], group);
  if (found === undefined) return missingAt(call, code, path, group, "target group", [targetGroupType]);
  const needsIp = task !== undefined && textAt(task.inputs, "networkMode") === "awsvpc";
  const kind = textAt(found.inputs, "targetType") ?? "instance";
  if (needsIp && kind !== "ip") {
    const message = `${path} is a target group with targetType ${kind}: it is incompatible with the awsvpc network mode. Use targetType "ip".`;
    return [refusal(code, path, message)];
  }
  if (shiftsTraffic(call.inputs) || isServed(call, group)) return [];
  const message = `${path} is ${show(group)}: the target group does not have an associated load balancer. Forward to it from a listener, and let the service depend on that listener.`;
  return [refusal(code, path, message)];
}

/** Some listener or rule forwards to the group. */
function isServed(call: Call, group: string): boolean {
  const users = [...stored(call, listenerType), ...stored(call, listenerRuleType)];
  return users.some(({ inputs, outputs }) =>
    [inputs.defaultActions, inputs.actions, outputs.defaultActions, outputs.actions].some((actions) =>
      forwardedGroups(actions).includes(group),
    ),
  );
}

/** Every target group that a list of actions forwards to. */
export function forwardedGroups(actions: unknown): string[] {
  const found = ["actions[].targetGroupArn", "actions[].forward.targetGroups[].arn"].flatMap((path) =>
    valuesAt({ actions }, path),
  );
  return found.map(({ value }) => String(value));
}
