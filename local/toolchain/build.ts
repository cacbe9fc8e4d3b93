import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import * as path from "node:path";
import { repositoryRoot } from "./folders";
import type { Go } from "./go";
import type { ProgressOutput } from "./progress";
import { startProgress } from "./progress";
import { run } from "./run";
import { findVersion } from "./version";

const moduleFolder = path.join(repositoryRoot, "local", "toolchain");
const mainPackage = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const versionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/**
 * Builds the CLI with that Go and puts the finished folder in place in one step. An interrupted or failed build
 * leaves nothing at the destination. The caller holds the lock.
 */
export async function buildCli(go: Go, version: string, destination: string, output?: ProgressOutput): Promise<void> {
  const parent = path.dirname(destination);
  await removeUnfinished(parent);
  await mkdir(parent, { recursive: true });
  const work = await mkdtemp(path.join(parent, unfinishedPrefix));
  const progress = await startProgress(
    { what: `Pulumi CLI ${version}`, unit: "packages", typical: "3 to 6 minutes on two cores" },
    output,
  );
  try {
    progress.phase("downloading modules");
    const total = await countPackages(go, (downloaded) => progress.update(downloaded, 0));
    progress.phase("compiling");
    await compile(go, version, path.join(work, "pulumi"), (done) => progress.update(Math.min(done, total), total));
    await verify(path.join(work, "pulumi"), version);
    await rm(destination, { recursive: true, force: true });
    await rename(work, destination);
  } finally {
    progress.stop();
    await rm(work, { recursive: true, force: true });
  }
}

const unfinishedPrefix = ".building-";

/** What a killed build has left: nobody else builds here while the lock is held. */
async function removeUnfinished(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names.filter((candidate) => candidate.startsWith(unfinishedPrefix))) {
    await rm(path.join(parent, name), { recursive: true, force: true });
  }
}

/** Listing them downloads the modules they are in, and only those. */
async function countPackages(go: Go, onDownload: (count: number) => void): Promise<number> {
  let downloaded = 0;
  const args = ["list", "-mod=readonly", "-deps", mainPackage];
  const { stdout } = await runGo(go, args, (line) => {
    if (line.startsWith("go: downloading ")) {
      onDownload(++downloaded);
    }
  });
  return stdout.trim().split("\n").length;
}

async function compile(go: Go, version: string, file: string, onPackage: (count: number) => void): Promise<void> {
  let compiled = 0;
  const link = `-s -w -X ${versionVariable}=v${version}`;
  const args = ["build", "-v", "-mod=readonly", "-trimpath", "-ldflags", link, "-o", file, mainPackage];
  await runGo(go, args, (line) => {
    if (/^\S+$/.test(line)) {
      onPackage(++compiled);
    }
  });
}

async function runGo(go: Go, args: readonly string[], onLine: (line: string) => void): Promise<{ stdout: string }> {
  const { GOOS: _os, GOARCH: _architecture, GOFLAGS: _flags, ...inherited } = process.env;
  const env = { ...inherited, ...go.environment, CGO_ENABLED: "0", GOWORK: "off" };
  const { code, stdout, stderr } = await run(go.command, args, { cwd: moduleFolder, env }, onLine);
  if (code !== 0) {
    const reasons = stderr.split("\n").filter((line) => /\s/.test(line) && !line.startsWith("go: downloading "));
    throw new Error(
      `Building the Pulumi CLI failed: go ${args[0]} ended with exit code ${code}.\n${reasons.slice(-20).join("\n")}\n` +
        "Its modules come from the Go module proxy (GOPROXY). Or install the Pulumi CLI: https://www.pulumi.com/docs/install/",
    );
  }
  return { stdout };
}

async function verify(cli: string, version: string): Promise<void> {
  const { code, stdout, stderr } = await run(cli, ["version"], {
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
  });
  if (code !== 0 || findVersion(stdout) !== version) {
    throw new Error(`The Pulumi CLI was built but says "${(stdout + stderr).trim()}" where v${version} was expected.`);
  }
}
