import { realpathSync } from "node:fs";
import * as path from "node:path";
import { localFolder, repositoryRoot } from "./folders";
import { run } from "./run";
import { findOnPath, isExecutable } from "./search";
import { findVersion, isAtLeast, oldestSupportedCli } from "./version";

export interface InstalledCli {
  readonly cli: string;
  readonly version: string;
}

const ownFolder = (): string => path.join(realpathSync(repositoryRoot), path.basename(localFolder)) + path.sep;

/** An installed CLI that can be used, or why there is none. */
export async function findInstalledCli(env: NodeJS.ProcessEnv = process.env): Promise<InstalledCli | string> {
  // The sandbox's shell has a pulumi on PATH that comes back here: nothing of this repository's own is an installed one.
  const cli = findOnPath("pulumi", env).find((file) => !realpathSync(path.dirname(file)).startsWith(ownFolder()));
  if (!cli) {
    return "pulumi is not on PATH";
  }
  const { stdout } = await run(cli, ["version"], { env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" } });
  const version = findVersion(stdout);
  if (!version) {
    return `${cli} doesn't tell its version`;
  }
  if (!isAtLeast(version, oldestSupportedCli)) {
    return `${cli} is version ${version}, older than ${oldestSupportedCli}`;
  }
  // The sandbox ignores plugins on PATH, so the language host has to be where the CLI itself is.
  const host = path.join(path.dirname(realpathSync(cli)), "pulumi-language-nodejs");
  return isExecutable(host) ? { cli, version } : `${cli} has no pulumi-language-nodejs beside it`;
}
