import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { isMap, isScalar, parse, parseDocument } from "yaml";
import type { Document } from "yaml";

/**
 * Pulumi writes its encryption salt into the stack's configuration file. The sandbox's must not end up in a tracked
 * file, where a real deployment would read it, so Pulumi works on a copy in the sandbox.
 */
export function projectFolder(sandbox: string): string {
  return path.join(sandbox, "project");
}

export function stackConfigFile(sandbox: string, stack: string): string {
  return path.join(projectFolder(sandbox), `Pulumi.${stack}.yaml`);
}

export function projectName(root: string): string {
  return (parse(readFileSync(path.join(root, "Pulumi.yaml"), "utf8")) as { name: string }).name;
}

/** The stacks that the repository configures. */
export function configuredStacks(root: string): string[] {
  return readdirSync(root)
    .map((file) => /^Pulumi\.([^.]+)\.yaml$/.exec(file)?.[1])
    .filter((stack) => stack !== undefined);
}

/** Brings the copy up to date with the repository's file and returns its path. */
export function copyStackConfig(root: string, sandbox: string, stack: string): string {
  const target = stackConfigFile(sandbox, stack);
  const source = path.join(root, `Pulumi.${stack}.yaml`);
  if (!existsSync(source)) {
    throw new Error(
      `There is no stack "${stack}": Pulumi.${stack}.yaml doesn't exist. Use ${configuredStacks(root).join(" or ")}.`,
    );
  }
  const previous = existsSync(target) ? readFileSync(target, "utf8") : "";
  const content = sandboxConfig(readFileSync(source, "utf8"), previous);
  if (content !== previous) {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return target;
}

const secretsKeys = ["secretsprovider", "encryptedkey", "encryptionsalt"];

/**
 * The repository's configuration with the sandbox's own salt and secrets. Secrets of a real stack are encrypted with
 * a key that the sandbox doesn't have: each is replaced by a stand-in value unless one was set in the sandbox.
 */
export function sandboxConfig(source: string, previous: string): string {
  const document = parseDocument(source);
  const own = parseDocument(previous);
  for (const key of secretsKeys) {
    document.delete(key);
  }
  const salt: unknown = own.get("encryptionsalt");
  if (salt) {
    document.set("encryptionsalt", salt);
  }
  for (const key of secretNames(document)) {
    document.setIn(["config", key], `sandbox-${key.replace(/^.*:/, "")}`);
  }
  for (const key of secretNames(own)) {
    document.setIn(["config", key], own.getIn(["config", key]));
  }
  return document.toString();
}

function secretNames(document: Document): string[] {
  const config: unknown = document.get("config");
  return isMap(config)
    ? config.items
        .filter(({ value }) => isMap(value) && value.has("secure"))
        .map(({ key }) => String(isScalar(key) ? key.value : key))
    : [];
}

/**
 * What a tracked file must hold after Pulumi has added its salt to it: what it held before, when nothing else has
 * changed but the way that values are written, else the new settings without the salt. Undefined when no salt came.
 */
export function withoutAddedSalt(before: string, after: string): string | undefined {
  const pattern = /^encryptionsalt:.*\n?/m;
  if (!pattern.test(after) || pattern.test(before)) {
    return undefined;
  }
  const cleaned = after.replace(pattern, "");
  return isDeepStrictEqual(asTexts(parse(cleaned)), asTexts(parse(before))) ? before : cleaned;
}

/** Pulumi writes numbers and booleans as strings, and reads them alike. */
function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(asTexts);
  }
  return value && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asTexts(inner)]))
    : String(value ?? "");
}
