/** What lies in a sandbox's account, read and changed behind Pulumi's back. */
import { strict as assert } from "node:assert";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import type { StoredRecord } from "../../local/aws/store";
import type { EngineEvent, EngineWorkspace } from "./engine";

interface StoredFile {
  readonly file: string;
  readonly record: StoredRecord;
}

/**
 * Everything that stacks have made, as `<urn> <id>`; all revisions of a task definition have one id. What the account
 * had before the stacks has no URN.
 */
export function storedResources(workspace: EngineWorkspace): string[] {
  const made = storedFiles(workspace).filter(({ record }) => record.urn !== "");
  return [...new Set(made.map(({ record }) => `${record.urn} ${record.id}`))].sort();
}

/** The types of what is left of the stacks. */
export function storedTypes(workspace: EngineWorkspace): string[] {
  const chains = storedResources(workspace).map((line) => line.split("::")[2] ?? "");
  return [...new Set(chains.map((chain) => chain.split("$").at(-1) ?? ""))].sort();
}

/** Everything that the stack believes to have made in the account, as `<urn> <id>`. */
export async function rememberedResources(workspace: EngineWorkspace): Promise<string[]> {
  const { resources } = await workspace.export();
  return resources
    .filter(({ custom, type }) => custom && type.startsWith("aws:"))
    .map(({ urn, id }) => `${urn} ${id}`)
    .sort();
}

/** Changes properties of one resource as somebody with the console open would. */
export function changeStored(workspace: EngineWorkspace, name: string, properties: Record<string, unknown>): void {
  const { file, record } = storedFile(workspace, name);
  writeFileSync(file, JSON.stringify({ ...record, properties: { ...record.properties, ...properties } }));
}

export function deleteStored(workspace: EngineWorkspace, name: string): void {
  rmSync(storedFile(workspace, name).file);
}

export function storedProperties(workspace: EngineWorkspace, name: string): StoredRecord["properties"] {
  return storedFile(workspace, name).record.properties;
}

/** What a refresh has found, as `update aws:sns/topic:Topic alarms displayName` with the names of what differs. */
export function drift(events: readonly EngineEvent[]): string[] {
  return events
    .map(({ resOutputsEvent }) => resOutputsEvent?.metadata)
    .filter((found) => found !== undefined)
    .filter(({ op }) => op !== "same")
    .map(({ op, type, urn, diffs }) => [op, type, urn.split("::").at(-1), ...(diffs ?? [])].join(" "))
    .sort();
}

/** By the end of the URN: `aws:ecr/repository:Repository::images`, or only the name. */
function storedFile(workspace: EngineWorkspace, name: string): StoredFile {
  const found = storedFiles(workspace).filter(({ record }) => record.urn.endsWith(name));
  assert.equal(found.length, 1, `the store has ${found.length} resources named ${name}`);
  return found[0] as StoredFile;
}

function storedFiles({ sandbox }: EngineWorkspace): StoredFile[] {
  const root = path.join(sandbox, "aws", "123456789012");
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json") && !name.startsWith("pending"))
    .map((name) => path.join(root, name))
    .map((file) => ({ file, record: JSON.parse(readFileSync(file, "utf8")) as StoredRecord }));
}
