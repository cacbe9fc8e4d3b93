import { oneOf, show } from "../checks";
import type { Call, Refusal, StoredResource } from "../contract";
import { isUnchanged, textAt } from "../paths";
import { names, stored } from "../references";
import { refusal } from "../rules";
import { clusterType } from "../ecs/cluster";

const code = "ValidationException";

/** Dimensions of the namespaces that this stand-in looks into, and the form of their resource ids. */
const namespaces: Record<string, { dimensions: string[]; pattern: RegExp; form: string }> = {
  ecs: {
    dimensions: ["ecs:service:DesiredCount"],
    pattern: /^service\/[A-Za-z0-9_-]{1,255}\/[A-Za-z0-9_-]{1,255}$/,
    form: "service/<cluster name>/<service name>",
  },
  dynamodb: {
    dimensions: ["table", "index"].flatMap((one) =>
      ["Read", "Write"].map((way) => `dynamodb:${one}:${way}CapacityUnits`),
    ),
    pattern: /^table\/[^/]+(\/index\/[^/]+)?$/,
    form: "table/<table name>",
  },
  lambda: {
    dimensions: ["lambda:function:ProvisionedConcurrency"],
    pattern: /^function:[^:]+:[^:]+$/,
    form: "function:<name>:<alias>",
  },
};
const known = [
  ...["ecs", "elasticmapreduce", "ec2", "appstream", "dynamodb", "rds", "sagemaker", "custom-resource", "comprehend"],
  ...["lambda", "cassandra", "kafka", "elasticache", "neptune", "workspaces"],
];

/** Namespace, dimension and id must belong together. */
export function refuseResourceId({ inputs }: Call): Refusal[] {
  const namespace = textAt(inputs, "serviceNamespace");
  const id = textAt(inputs, "resourceId");
  const dimension = textAt(inputs, "scalableDimension");
  if (namespace === undefined) return [];
  const unknown = oneOf(...known)(namespace);
  if (unknown !== undefined)
    return [refusal(code, "serviceNamespace", `serviceNamespace is ${show(namespace)}: ${unknown}.`)];
  const form = namespaces[namespace];
  if (form === undefined) return [];
  const problem = dimension === undefined ? undefined : oneOf(...form.dimensions)(dimension);
  const refusals: Refusal[] = [];
  if (problem !== undefined)
    refusals.push(
      refusal(
        code,
        "scalableDimension",
        `scalableDimension is ${show(dimension)} and serviceNamespace is ${namespace}: ${problem}.`,
      ),
    );
  if (id !== undefined && !form.pattern.test(id))
    refusals.push(refusal(code, "resourceId", `resourceId is ${show(id)}: write it as ${form.form}.`));
  return refusals;
}

/** A scalable target for an ECS service can only be registered when the service is there. */
export function refuseMissingService(call: Call): Refusal[] {
  const [kind, cluster = "", service] = (textAt(call.inputs, "resourceId") ?? "").split("/");
  if (textAt(call.inputs, "serviceNamespace") !== "ecs" || kind !== "service" || isUnchanged(call, "resourceId"))
    return [];
  const aliases = new Set([
    cluster,
    ...stored(call, clusterType)
      .filter((one) => names(one).includes(cluster))
      .flatMap(names),
  ]);
  const isIt = (one: StoredResource): boolean =>
    (one.inputs.name ?? one.outputs.name) === service && aliases.has(String(one.inputs.cluster ?? "default"));
  if (stored(call, "aws:ecs/service:Service").some(isIt)) return [];
  const message = `resourceId is ${show(call.inputs.resourceId)}: ECS service doesn't exist: service/${cluster}/${String(service)}. Create the service first, and take its cluster's and its own name.`;
  return [refusal(code, "resourceId", message)];
}
