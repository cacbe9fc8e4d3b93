import { show } from "../checks";
import type { Call, Refusal, StoredResource } from "../contract";
import { parseArn } from "../arn";
import { isSet, isUnchanged, isUnknown, recordsAt, textAt, valueAt } from "../paths";
import { find, isForeign, isHere, names, stored } from "../references";
import { refusal, when } from "../rules";
import { capacityProvidersType, clusterType } from "./cluster";
import { parseContainers } from "./containers";
import { isFargate, taskDefinitionType } from "./taskDefinition";

const code = "InvalidParameterException";
const logGroupType = "aws:cloudwatch/logGroup:LogGroup";

/** By ARN, ARN without revision, family, or family:revision. */
export function taskDefinitionOf(call: Call, reference: string | undefined): StoredResource | undefined {
  if (reference === undefined) return undefined;
  const name = parseArn(reference)?.resource.replace(/^task-definition\//, "") ?? reference;
  const all = stored(call, taskDefinitionType).filter((one) => isHere(call, one));
  return all.find((one) => {
    const { family = one.inputs.family, revision, arn } = one.outputs;
    return [arn, one.id, family, `${String(family)}:${String(revision)}`].some(
      (known) => known === reference || known === name,
    );
  });
}

/** The task definition exists and fits the service: network mode, launch type, exec role, log groups. */
export function refuseTaskDefinition(call: Call): Refusal[] {
  const { inputs } = call;
  const reference = textAt(inputs, "taskDefinition");
  if (reference === undefined || isForeign(call, reference)) return [];
  const task = taskDefinitionOf(call, reference);
  if (task === undefined) return isUnchanged(call, "taskDefinition") ? [] : [missingTask(reference)];
  const isAwsvpc = textAt(task.inputs, "networkMode") === "awsvpc";
  const launch = textAt(inputs, "launchType");
  const hasNetwork = isSet(inputs, "networkConfiguration");
  return [
    ...when(
      isAwsvpc && !hasNetwork,
      code,
      "networkConfiguration",
      "networkConfiguration is missing: network configuration must be provided when networkMode awsvpc is specified. Give subnets and securityGroups.",
    ),
    ...when(
      !isAwsvpc && hasNetwork && isSet(task.inputs, "networkMode"),
      code,
      "networkConfiguration",
      `networkConfiguration is set and the task definition's networkMode is ${String(task.inputs.networkMode)}: use awsvpc, or remove it.`,
    ),
    ...when(
      launch === "FARGATE" && !isFargate(task.inputs),
      code,
      "launchType",
      'launchType is FARGATE and the task definition does not support it: set requiresCompatibilities to ["FARGATE"] there.',
    ),
    ...when(
      inputs.enableExecuteCommand === true && !isSet(task.inputs, "taskRoleArn"),
      code,
      "enableExecuteCommand",
      "enableExecuteCommand is true and the task definition has no taskRoleArn: a valid taskRoleArn is needed for ECS Exec.",
    ),
    ...logGroupProblems(call, task),
  ];
}

function missingTask(reference: string): Refusal {
  const message = `taskDefinition is ${show(reference)}: TaskDefinition not found. Give the ARN of a registered one.`;
  return refusal("ClientException", "taskDefinition", message);
}

/** AWS takes the service, but no task of it would ever start. */
function logGroupProblems(call: Call, task: StoredResource): Refusal[] {
  if (valueAt(call.inputs, "desiredCount") === 0 || isUnchanged(call, "taskDefinition")) return [];
  return (parseContainers(task.inputs.containerDefinitions) ?? []).flatMap((container) => {
    const group = textAt(container, "logConfiguration.options.awslogs-group");
    const isMade = textAt(container, "logConfiguration.options.awslogs-create-group") === "true";
    const driver = textAt(container, "logConfiguration.logDriver");
    if (driver !== "awslogs" || group === undefined || isMade || find(call, [logGroupType], group) !== undefined)
      return [];
    const message = `taskDefinition's container ${show(container.name)} logs to ${show(group)}: the specified log group does not exist, so no task can start. Create the log group first.`;
    return [refusal("ResourceInitializationError", "taskDefinition", message)];
  });
}

/** A capacity provider must be associated with the cluster before a service can use it. */
export function refuseCapacity(call: Call): Refusal[] {
  const reference = textAt(call.inputs, "cluster");
  const cluster = reference === undefined ? undefined : find(call, [clusterType], reference);
  if (cluster === undefined || isUnchanged(call, "capacityProviderStrategies")) return [];
  const associations = stored(call, capacityProvidersType).filter((one) =>
    names(cluster).includes(String(one.inputs.clusterName)),
  );
  const known = associations.flatMap((one) =>
    Array.isArray(one.inputs.capacityProviders) ? one.inputs.capacityProviders : [],
  );
  return recordsAt(call.inputs, "capacityProviderStrategies[]").flatMap(({ path, value }) => {
    const name = value.capacityProvider;
    if (typeof name !== "string" || isUnknown(name) || known.includes(name)) return [];
    const at = `${path}.capacityProvider`;
    const message = `${at} is ${show(name)}: it is not associated with cluster ${cluster.id}. Add it to the cluster's ClusterCapacityProviders, and let the service depend on that.`;
    return [refusal(code, at, message)];
  });
}
