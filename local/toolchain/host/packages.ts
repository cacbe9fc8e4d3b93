import { readFileSync, readdirSync, realpathSync, existsSync } from "node:fs";
import * as path from "node:path";
import { GetRequiredPackagesResponse } from "@pulumi/pulumi/proto/language_pb";
import { PackageDependency, PackageParameterization } from "@pulumi/pulumi/proto/plugin_pb";

interface Parameterization {
  readonly name: string;
  readonly version: string;
  readonly value: string;
}

export interface ProviderPackage {
  readonly name: string;
  readonly version: string;
  readonly server?: string;
  readonly parameterization?: Parameterization;
}

export function requiredPackages(programDirectory: string): GetRequiredPackagesResponse {
  const response = new GetRequiredPackagesResponse();
  response.setPackagesList(findProviderPackages(programDirectory).map(asMessage));
  return response;
}

/** Every npm package below the program that says it belongs to a resource provider, each version once. */
export function findProviderPackages(programDirectory: string): ProviderPackage[] {
  const found = new Map<string, ProviderPackage>();
  const visited = new Set<string>();
  const visitModules = (modules: string): void => {
    for (const directory of packageDirectories(modules)) {
      const real = realpathSync(directory);
      // What a policy pack depends on is no dependency of the program.
      if (visited.has(real) || existsSync(path.join(real, "PulumiPolicy.yaml"))) {
        continue;
      }
      visited.add(real);
      const provider = readProviderPackage(path.join(real, "package.json"));
      if (provider) {
        found.set(`${provider.name}@${provider.version}`, provider);
      }
      visitModules(path.join(real, "node_modules"));
    }
  };
  visitModules(path.join(programDirectory, "node_modules"));
  return [...found.values()];
}

function packageDirectories(modules: string): string[] {
  return list(modules).flatMap((name) =>
    name.startsWith("@")
      ? list(path.join(modules, name)).map((inner) => path.join(modules, name, inner))
      : [path.join(modules, name)],
  );
}

function list(directory: string): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith(".") && (entry.isDirectory() || entry.isSymbolicLink()))
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}

function readProviderPackage(manifest: string): ProviderPackage | undefined {
  let text: string;
  try {
    text = readFileSync(manifest, "utf8");
  } catch {
    return undefined;
  }
  // Parsing only the few that can matter: a program of ordinary size has hundreds of packages.
  if (!text.includes('"pulumi"')) {
    return undefined;
  }
  const { name, version, pulumi } = JSON.parse(text) as Manifest;
  if (!pulumi?.resource) {
    return undefined;
  }
  const plugin = pulumi.name ?? (name?.startsWith("@pulumi/") ? name.slice("@pulumi/".length) : undefined);
  const exact = pulumi.version ?? version;
  return plugin && exact
    ? {
        name: plugin,
        version: `v${exact.replace(/^v/, "")}`,
        server: pulumi.server,
        parameterization: pulumi.parameterization,
      }
    : undefined;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly pulumi?: {
    readonly resource?: boolean;
    readonly name?: string;
    readonly version?: string;
    readonly server?: string;
    readonly parameterization?: Parameterization;
  };
}

function asMessage(provider: ProviderPackage): PackageDependency {
  const message = new PackageDependency();
  message.setName(provider.name);
  message.setKind("resource");
  message.setVersion(provider.version);
  message.setServer(provider.server ?? "");
  if (provider.parameterization) {
    const parameterization = new PackageParameterization();
    parameterization.setName(provider.parameterization.name);
    parameterization.setVersion(provider.parameterization.version);
    parameterization.setValue(provider.parameterization.value);
    message.setParameterization(parameterization);
  }
  return message;
}
