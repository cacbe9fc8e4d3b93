import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import * as path from "node:path";
import { promisify } from "node:util";
import type { AboutRequest } from "@pulumi/pulumi/proto/language_pb";
import { AboutResponse } from "@pulumi/pulumi/proto/language_pb";
import { parseRuntimeOptions } from "./options";
import { choosePackageManager } from "./packageManager";
import { programInfo } from "./programInfo";

/** What `pulumi about` says about Node.js. */
export async function about(request: AboutRequest): Promise<AboutResponse> {
  const info = programInfo(request);
  const manager = choosePackageManager(parseRuntimeOptions(info.options), info.programDirectory);
  const response = new AboutResponse();
  response.setExecutable(process.execPath);
  response.setVersion(process.version);
  response.getMetadataMap().set("packagemanager", manager);
  const managerVersion = await promisify(execFile)(manager, ["--version"]).catch(() => undefined);
  if (managerVersion) {
    response.getMetadataMap().set("packagemanagerVersion", managerVersion.stdout.trim());
  }
  const typescript = typescriptVersion(info.programDirectory);
  if (typescript) {
    response.getMetadataMap().set("typescriptVersion", typescript);
  }
  return response;
}

function typescriptVersion(programDirectory: string): string | undefined {
  try {
    const load = createRequire(path.join(programDirectory, "noop.js"));
    return (load("typescript/package.json") as { version: string }).version;
  } catch {
    return undefined;
  }
}
