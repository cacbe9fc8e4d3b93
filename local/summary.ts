import Table from "cli-table3";
import colors from "picocolors";
import type { DeployedResource } from "./stackState";
import { stackOutputs } from "./stackState";

/** What there is in a stack: resources by service and type, how many of them are new, then the outputs. */
export function summarize(resources: readonly DeployedResource[], before: readonly DeployedResource[]): string {
  const known = new Set(before.map(({ urn }) => urn));
  const real = resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:"));
  const fresh = (members: readonly DeployedResource[]): number => members.filter(({ urn }) => !known.has(urn)).length;
  const table = new Table({
    head: ["Service", "Resources", "Count", "New"].map((title) => colors.bold(title)),
    colAligns: ["left", "left", "right", "right"],
    colWidths: [null, 64, null, null],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  for (const [service, members] of sortedGroups(real, ({ type }) => readableType(type)[0])) {
    table.push([service, listTypes(members), members.length, fresh(members) || ""]);
  }
  const apart = `beside ${resources.length - real.length} that only Pulumi knows, such as components`;
  table.push([colors.bold("Total"), apart, colors.bold(String(real.length)), colors.bold(String(fresh(real)))]);
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

/** `Bucket ×2, BucketPolicy` */
function listTypes(members: readonly DeployedResource[]): string {
  return sortedGroups(members, ({ type }) => readableType(type)[1])
    .map(([name, { length }]) => (length === 1 ? name : `${name} ×${length}`))
    .join(", ");
}

function sortedGroups<Item>(items: readonly Item[], key: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  }
  return [...groups].sort(([left], [right]) => left.localeCompare(right));
}
