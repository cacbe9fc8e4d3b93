import { readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import type { AboutRequest } from "@pulumi/pulumi/proto/language_pb";
import { AboutResponse } from "@pulumi/pulumi/proto/language_pb";
import { findOnPath } from "../search";
import { parseRuntimeOptions } from "./options";
import { choosePackageManager } from "./packageManager";
import { programInfo } from "./programInfo";

/**
 * What `pulumi about` says about Node.js. The engine asks at the start of every operation and waits, so versions are
 * read from manifests: starting npm for its own takes as long as everything else together.
 */
export function about(request: AboutRequest): AboutResponse {
  const info = programInfo(request);
  const manager = choosePackageManager(parseRuntimeOptions(info.options), info.programDirectory);
  const versions: [string, string | undefined][] = [
    ["packagemanager", manager],
    ["packagemanagerVersion", packageManagerVersion(manager)],
    ["typescriptVersion", typescriptVersion(info.programDirectory)],
  ];
  const response = new AboutResponse();
  response.setExecutable(process.execPath);
  response.setVersion(process.version);
  for (const [name, value] of versions) {
    if (value) {
      response.getMetadataMap().set(name, value);
    }
  }
  return response;
}

/** The manifest of the package that the command on PATH belongs to. */
function packageManagerVersion(manager: string): string | undefined {
  const [command] = findOnPath(manager);
  if (!command) {
    return undefined;
  }
  for (
    let folder = path.dirname(realpathSync(command));
    folder !== path.dirname(folder);
    folder = path.dirname(folder)
  ) {
    const manifest = readManifest(path.join(folder, "package.json"));
    if (manifest?.name === manager) {
      return manifest.version;
    }
  }
  return undefined;
}

function typescriptVersion(programDirectory: string): string | undefined {
  try {
    return readManifest(createRequire(path.join(programDirectory, "noop.js")).resolve("typescript/package.json"))
      ?.version;
  } catch {
    return undefined;
  }
}

function readManifest(file: string): { readonly name?: string; readonly version?: string } | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as { name?: string; version?: string };
  } catch {
    return undefined;
  }
}
