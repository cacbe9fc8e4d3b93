import { access, constants, copyFile, link, mkdir, rename, rm } from "node:fs/promises";
import * as path from "node:path";
import { buildCli } from "./build";
import { bundle } from "./bundle";
import { writeNodeExecutable } from "./executable";
import { cloneToolchainFolder, repositoryRoot, sharedToolchainFolder } from "./folders";
import { chooseGo } from "./go";
import { findInstalledCli } from "./installed";
import { interruptible } from "./interruption";
import { withLock } from "./lock";
import { formatDuration } from "./progress";
import { isExecutable } from "./search";
import { pinnedCliVersion } from "./version";

export interface Toolchain {
  readonly cli: string;
  readonly version: string;
  readonly origin: "installed" | "built";
}

export interface ToolchainOptions {
  /** Where progress and notes go. */
  readonly say?: (text: string) => void;
  /** The clone's own folder for the CLI and its language host. */
  readonly folder?: string;
}

/** Finds a Pulumi CLI, or builds the pinned one: installed, then cached in this clone, then cached for this user. */
export async function prepareToolchain(options: ToolchainOptions = {}): Promise<Toolchain> {
  const installed = await findInstalledCli();
  if (typeof installed !== "string") {
    return { ...installed, origin: "installed" };
  }
  const version = pinnedCliVersion();
  const folder = options.folder ?? cloneToolchainFolder(version);
  const cli = path.join(folder, "pulumi");
  if (!isExecutable(cli)) {
    const shared = await usableSharedFolder(version);
    const say = options.say ?? sayOnStandardError;
    await interruptible((abort) => buildOnce(version, shared ?? folder, { noCli: installed, say, abort }));
    if (shared) {
      await shareFile(path.join(shared, "pulumi"), cli);
    }
  }
  const host = await bundle(path.join(repositoryRoot, "local", "toolchain", "languageHost.ts"));
  await writeNodeExecutable(path.join(folder, "pulumi-language-nodejs"), host, {
    CONTAINER_DELIVERY_HOST_VERSION: version,
  });
  return { cli, version, origin: "built" };
}

/** The user's cache; undefined where it can't be written, as in a container with a read-only home. */
async function usableSharedFolder(version: string): Promise<string | undefined> {
  const folder = sharedToolchainFolder(version);
  try {
    await mkdir(path.dirname(folder), { recursive: true });
    await access(path.dirname(folder), constants.W_OK);
    return folder;
  } catch {
    return isExecutable(path.join(folder, "pulumi")) ? folder : undefined;
  }
}

interface BuildContext {
  readonly noCli: string;
  readonly say: (text: string) => void;
  readonly abort: AbortSignal;
}

async function buildOnce(version: string, destination: string, { noCli, say, abort }: BuildContext): Promise<void> {
  const isThere = (): boolean => isExecutable(path.join(destination, "pulumi"));
  if (isThere()) {
    return;
  }
  const build = async (): Promise<void> => {
    if (isThere()) {
      return;
    }
    const started = Date.now();
    const go = await chooseGo(noCli, say);
    say(`Building the Pulumi CLI ${version} with Go ${go.version}. This happens once; all clones share the result.`);
    try {
      await buildCli(go, version, destination);
    } finally {
      await go.dispose();
    }
    say(`Built in ${formatDuration(Date.now() - started)}: ${destination}`);
  };
  const onWait = (): void => say("Another run is building the Pulumi CLI: waiting for it.");
  await withLock(path.dirname(destination), build, { onWait, abort });
}

/** The same file under another name where the file system can do that, a copy elsewhere. */
async function shareFile(source: string, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}`;
  await rm(temporary, { force: true });
  await link(source, temporary).catch(() => copyFile(source, temporary));
  await rename(temporary, target);
}

function sayOnStandardError(text: string): void {
  process.stderr.write(`${text}\n`);
}
