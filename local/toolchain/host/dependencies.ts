import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import type * as grpc from "@grpc/grpc-js";
import type { GetProgramDependenciesRequest, InstallDependenciesRequest } from "@pulumi/pulumi/proto/language_pb";
import {
  DependencyInfo,
  GetProgramDependenciesResponse,
  InstallDependenciesResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { startChild } from "../children";
import { parseRuntimeOptions } from "./options";
import { choosePackageManager, installArguments, installDirectory } from "./packageManager";
import { programInfo } from "./programInfo";

type InstallCall = grpc.ServerWritableStream<InstallDependenciesRequest, InstallDependenciesResponse>;

/** Installs with the program's package manager and streams what it prints. */
export async function installDependencies(call: InstallCall): Promise<void> {
  const info = programInfo(call.request);
  const options = parseRuntimeOptions(info.options);
  const directory = installDirectory(info.programDirectory);
  const manager = choosePackageManager(options, directory);
  const args = installArguments(manager, options.production);
  call.write(output(`Installing dependencies with ${manager} in ${directory}...\n\n`));
  const child = startChild(manager, args, { cwd: directory, stdio: ["ignore", "pipe", "pipe"] });
  call.once("cancelled", () => void child.end());
  child.process.stdout!.on("data", (chunk: Buffer) => call.write(output(chunk)));
  child.process.stderr!.on("data", (chunk: Buffer) => call.write(output(undefined, chunk)));
  const { code, signal } = await child.exited.catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT"
      ? new Error(`${manager} is not installed. Install it, or set the runtime option packagemanager to another one.`)
      : error;
  });
  if (code !== 0) {
    throw new Error(
      `${manager} ${args.join(" ")} in ${directory} ended ${signal ? `by ${signal}` : `with exit code ${code}`}`,
    );
  }
  call.write(output("Finished installing dependencies\n\n"));
}

function output(stdout?: string | Buffer, stderr?: Buffer): InstallDependenciesResponse {
  const message = new InstallDependenciesResponse();
  message.setStdout(Buffer.from((stdout ?? "") as string));
  message.setStderr(stderr ?? Buffer.alloc(0));
  return message;
}

interface Manifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The npm packages of a program with the versions that are installed; with `transitive` theirs too. */
export function programDependencies(request: GetProgramDependenciesRequest): GetProgramDependenciesResponse {
  const directory = programInfo(request).programDirectory;
  const found = new Map<string, string>();
  const collect = (manifestPath: string, withDevelopment: boolean): void => {
    const manifest = readManifest(manifestPath);
    const names = Object.keys({ ...manifest.dependencies, ...(withDevelopment ? manifest.devDependencies : {}) });
    for (const name of names) {
      const installed = installedManifest(name, path.dirname(manifestPath));
      const version = installed && readManifest(installed).version;
      if (!installed || !version || found.has(`${name}@${version}`)) {
        continue;
      }
      found.set(`${name}@${version}`, name);
      if (request.getTransitivedependencies()) {
        collect(installed, false);
      }
    }
  };
  collect(path.join(directory, "package.json"), true);
  const response = new GetProgramDependenciesResponse();
  response.setDependenciesList([...found].map(([id, name]) => dependency(name, id.slice(name.length + 1))));
  return response;
}

function dependency(name: string, version: string): DependencyInfo {
  const message = new DependencyInfo();
  message.setName(name);
  message.setVersion(version);
  return message;
}

/** Walks `node_modules` upwards as Node does: a package's `exports` may hide its own package.json. */
function installedManifest(name: string, from: string): string | undefined {
  const roots = createRequire(path.join(from, "noop.js")).resolve.paths(name) ?? [];
  return roots.map((root) => path.join(root, name, "package.json")).find((file) => readManifest(file).version);
}

function readManifest(file: string): Manifest {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Manifest;
  } catch {
    return {};
  }
}
