import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import type { PackageManagerName, RuntimeOptions } from "./options";

const lockFiles: readonly (readonly [string, PackageManagerName])[] = [
  ["yarn.lock", "yarn"],
  ["pnpm-lock.yaml", "pnpm"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
];

export function choosePackageManager(options: RuntimeOptions, directory: string): PackageManagerName {
  if (options.packageManager !== "auto") {
    return options.packageManager;
  }
  return lockFiles.find(([file]) => existsSync(path.join(directory, file)))?.[1] ?? "npm";
}

/** `ci` where a lock file fixes the versions would remove a workspace's modules in use: `install` keeps to it as well. */
export function installArguments(manager: PackageManagerName, production: boolean): string[] {
  switch (manager) {
    case "npm":
      return ["install", "--loglevel=error", "--no-audit", "--no-fund", ...(production ? ["--omit=dev"] : [])];
    case "yarn":
    case "bun":
      return ["install", ...(production ? ["--production"] : [])];
    case "pnpm":
      return ["install", ...(production ? ["--prod"] : [])];
  }
}

/** The npm or yarn workspace that a directory belongs to: its dependencies are installed from there. */
export function installDirectory(directory: string): string {
  for (let parent = path.dirname(directory); ; parent = path.dirname(parent)) {
    if (workspaceMembers(parent).some((pattern) => matches(pattern, path.relative(parent, directory)))) {
      return parent;
    }
    if (parent === path.dirname(parent)) {
      return directory;
    }
  }
}

function workspaceMembers(directory: string): readonly string[] {
  try {
    const { workspaces } = JSON.parse(readFileSync(path.join(directory, "package.json"), "utf8")) as {
      workspaces?: readonly string[] | { readonly packages?: readonly string[] };
    };
    return (Array.isArray(workspaces) ? workspaces : (workspaces as { packages?: string[] })?.packages) ?? [];
  } catch {
    return [];
  }
}

function matches(pattern: string, relative: string): boolean {
  const source = pattern
    .replace(/^\.\//, "")
    .replace(/\/$/, "")
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\*\*|\*/g, (star) => (star === "**" ? ".*" : "[^/]*"));
  return new RegExp(`^${source}$`).test(relative.split(path.sep).join("/"));
}
