import { homedir } from "node:os";
import * as path from "node:path";

/** The repository. */
export const repositoryRoot = path.resolve(__dirname, "../..");

/** Everything that running locally leaves behind in the repository; ignored by git. */
export const localFolder = path.join(repositoryRoot, ".local");

/** Code of this folder compiled into single files, so that plugins start fast. */
export const bundleFolder = path.join(localFolder, "bundles");

/** One name for what a binary runs on. */
export const platformName = `${process.platform}-${process.arch}`;

/** The CLI as this clone uses it: with this clone's language host beside it. */
export function cloneToolchainFolder(version: string): string {
  return path.join(localFolder, "toolchain", `${version}-${platformName}`);
}

/** The CLI as all clones of this user share it. */
export function sharedToolchainFolder(version: string, env: NodeJS.ProcessEnv = process.env): string {
  const cache =
    env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : path.join(homedir(), ".cache");
  return path.join(cache, "container-delivery", "toolchain", `${version}-${platformName}`);
}
