import Table from "cli-table3";
import colors from "picocolors";
import type { DeployedResource } from "./stackState";
import { stackOutputs } from "./stackState";

/** What there is in a stack: resources by type, most frequent first within each service, then the outputs. */
export function summarize(resources: readonly DeployedResource[], before: readonly DeployedResource[]): string {
  const known = new Set(before.map(({ urn }) => urn));
  const real = resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:"));
  const table = new Table({
    head: ["Service", "Resource", "Count", "New"].map((title) => colors.bold(title)),
    colAligns: ["left", "left", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  for (const [type, members] of [...groupByType(real)].sort(([left], [right]) => left.localeCompare(right))) {
    const [service, name] = readableType(type);
    table.push([
      service,
      name,
      String(members.length),
      String(members.filter(({ urn }) => !known.has(urn)).length || ""),
    ]);
  }
  table.push([colors.bold("Total"), "", colors.bold(String(real.length)), ""]);
  const outputs = Object.entries(stackOutputs(resources));
  const width = Math.max(0, ...outputs.map(([name]) => name.length));
  return [
    table.toString(),
    ...(outputs.length > 0 ? ["", colors.bold("Outputs")] : []),
    ...outputs.map(([name, value]) => `  ${colors.cyan(name.padEnd(width))}  ${value}`),
  ].join("\n");
}

/** `aws:ecs/taskDefinition:TaskDefinition` is a TaskDefinition of ecs. */
export function readableType(type: string): [service: string, name: string] {
  const [, module = "", name = type] = type.split(":");
  return [module.split("/")[0]!, name];
}

function groupByType(resources: readonly DeployedResource[]): Map<string, DeployedResource[]> {
  const groups = new Map<string, DeployedResource[]>();
  for (const resource of resources) {
    groups.set(resource.type, [...(groups.get(resource.type) ?? []), resource]);
  }
  return groups;
}
