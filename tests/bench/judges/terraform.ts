import type { StackFileResource } from "../../corpus/stackFile";

/** The resources as Terraform has them: the same provider, with other names. */
export function terraform(resources: readonly StackFileResource[]): string {
  return resources
    .map((resource) => block(`resource "${typeOf(resource)}" "${label(resource.name)}"`, propsOf(resource, resources)))
    .join("\n");
}

/** Where Terraform's name is not Pulumi's in small letters. */
const types: Readonly<Record<string, string>> = {
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": "aws_cloudwatch_event_bus_policy",
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": "aws_cloudwatch_log_resource_policy",
  "aws:cloudwatch/logGroup:LogGroup": "aws_cloudwatch_log_group",
  "aws:cloudwatch/metricAlarm:MetricAlarm": "aws_cloudwatch_metric_alarm",
  "aws:codepipeline/pipeline:Pipeline": "aws_codepipeline",
  "aws:lb/loadBalancer:LoadBalancer": "aws_lb",
};
const withoutService = ["ec2"];

function typeOf({ type }: StackFileResource): string {
  const [, service = "", kind = ""] = /^aws:(\w+)\/(\w+):/.exec(type) ?? [];
  return types[type] ?? ["aws", ...(withoutService.includes(service) ? [] : [service]), snake(kind)].join("_");
}

/** Lists of blocks that Terraform names in the singular. */
const singular: Readonly<Record<string, string>> = {
  actions: "action",
  artifact_stores: "artifact_store",
  default_actions: "default_action",
  encryption_configurations: "encryption_configuration",
  environment_variables: "environment_variable",
  inline_policies: "inline_policy",
  rules: "rule",
  settings: "setting",
  stages: "stage",
  volumes: "volume",
};
/** Documents: texts that the program writes from an object. */
const isDocument = (name: string) => /policy$|policy_document$|^container_definitions$|^lifecycle_policy$/.test(name);

function propsOf({ props = {} }: StackFileResource, all: readonly StackFileResource[]): string[] {
  return Object.entries(props).flatMap(([name, value]) => field(snake(name), value, all));
}

function field(name: string, value: unknown, all: readonly StackFileResource[]): string[] {
  if (value === undefined) return [];
  if (isDocument(name) && typeof value === "object") return [`${name} = jsonencode(${expression(value, all)})`];
  if (isMap(value)) return [`${name} = ${expression(value, all)}`];
  const blocks = (Array.isArray(value) ? value : [value]) as unknown[];
  if (blocks.length === 0 || blocks.some((item) => typeof item !== "object" || item === null)) {
    return [`${name} = ${expression(value, all)}`];
  }
  const inside = (item: object) => Object.entries(item).flatMap(([key, each]) => field(snake(key), each, all));
  return blocks.map((item) => block(singular[name] ?? name, inside(item as object)));
}

/** A map has keys of others, not names of properties: `{ ProjectName: … }`. */
function isMap(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).some((key) => /^[A-Z]/.test(key));
}

function block(head: string, lines: readonly string[]): string {
  return [`${head} {`, ...lines, "}"].join("\n");
}

/** JSON is an expression of Terraform, but for its templates. A reference stands alone. */
function expression(value: unknown, all: readonly StackFileResource[]): string {
  const [, name, output] = typeof value === "string" ? (/^<([\w-]+)\.(\w+)>$/.exec(value) ?? []) : [];
  const target = all.find((resource) => resource.name === name);
  if (target) return `${typeOf(target)}.${label(target.name)}.${output}`;
  return JSON.stringify(value).replace(/([$%])\{/g, "$1$1{");
}

function label(name: string): string {
  return name.replace(/\W/g, "_");
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
