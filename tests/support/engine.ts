/**
 * The real Pulumi engine for tests: the CLI and language host that `npm run local` uses, on a sandbox of its own.
 *
 *   const workspace = await engineWorkspace({ program: `
 *     import * as pulumi from "@pulumi/pulumi";
 *     export const region = new pulumi.Config("aws").get("region");
 *   ` });
 *   const { code, stdout, stderr, events } = await workspace.up();
 *   const { resources, outputs } = await workspace.export();
 *   await workspace.dispose();                              // in after(); removes the folder
 *
 * - `program` is TypeScript (transpiled, not type-checked); imports resolve from the repository. Without it the
 *   repository's own program runs with its `Pulumi.<stack>.yaml`. `setProgram` replaces it between operations.
 * - `config` values are merged over the stack's: `{ "aws:region": "eu-west-1" }`. `setConfig` changes them later.
 * - `files` are more files of the program's folder, by path; they win over the generated ones (Pulumi.yaml too).
 * - `policyPacks` are folders of packs, in the program's folder or in the repository; default none. `policies` is the
 *   repository's.
 * - `preview()`, `up()`, `refresh()`, `destroy()` take more CLI arguments and never reject because Pulumi fails:
 *   look at `code`. `events` is the engine's event log: `resourcePreEvent`, `policyEvent`, `diagnosticEvent`,
 *   `summaryEvent`, … `operations(events)` and `violations(events)` condense it.
 * - `standIns` are the stand-in providers to place, default `aws` and `awsx`.
 * - `pulumi(...args)` runs any command; `sandbox` is the folder (stand-in store in `aws/`); `environment` reaches
 *   every process and can be changed.
 * - `program` is the folder of the program, `cli` the executable: for tests that start processes of their own. `origin`
 *   tells an installed CLI, which brings Pulumi's own language host, from one that was built here.
 * - A test file needs `this.timeout(…)`: an operation takes 2 to 10 seconds.
 */
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import * as path from "node:path";
import { transform } from "esbuild";
import { parse, stringify } from "yaml";
import { prepareSandbox, sandboxEnvironment } from "../../local/sandbox";
import { prepareStack, stateFile } from "../../local/session";
import type { Session } from "../../local/session";
import { readResources, stackOutputs } from "../../local/stackState";
import type { DeployedResource } from "../../local/stackState";
import { localFolder, repositoryRoot } from "../../local/toolchain/folders";
import { run } from "../../local/toolchain/run";
import type { Toolchain } from "../../local/toolchain/toolchain";
import { prepareToolchain } from "../../local/toolchain/toolchain";
import type { EngineEvent } from "./engineEvents";

export { operations, violations } from "./engineEvents";
export type { EngineEvent } from "./engineEvents";

export interface EngineWorkspaceOptions {
  readonly program?: string;
  readonly stack?: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly policyPacks?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly standIns?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

export interface EngineResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly events: readonly EngineEvent[];
}

export interface EngineState {
  readonly resources: readonly DeployedResource[];
  readonly outputs: Readonly<Record<string, string>>;
}

export interface EngineWorkspace {
  readonly sandbox: string;
  readonly program: string;
  readonly cli: string;
  readonly origin: Toolchain["origin"];
  readonly stack: string;
  readonly environment: NodeJS.ProcessEnv;
  preview(...args: string[]): Promise<EngineResult>;
  up(...args: string[]): Promise<EngineResult>;
  refresh(...args: string[]): Promise<EngineResult>;
  destroy(...args: string[]): Promise<EngineResult>;
  export(): Promise<EngineState>;
  pulumi(...args: string[]): Promise<EngineResult>;
  setProgram(source: string): Promise<void>;
  setConfig(config: Readonly<Record<string, unknown>>): Promise<void>;
  dispose(): Promise<void>;
}

export async function engineWorkspace(options: EngineWorkspaceOptions = {}): Promise<EngineWorkspace> {
  const stack = options.stack ?? "dev";
  const sandbox = path.join(localFolder, "tests", randomBytes(6).toString("hex"));
  const root = options.program === undefined ? repositoryRoot : path.join(sandbox, "program");
  const [toolchain] = await Promise.all([prepareToolchain(), prepareSandbox(sandbox, options.standIns)]);
  const environment = { ...sandboxEnvironment(sandbox), PULUMI_DEBUG_COMMANDS: "true", ...options.environment };
  const session: Session = { toolchain, sandbox, root, environment };
  let settings = options.config ?? {};

  const setProgram = async (source: string): Promise<void> => {
    if (root === repositoryRoot) {
      throw new Error("This workspace runs the repository's own program: pass `program` to engineWorkspace.");
    }
    await writeProgram(root, stack, source);
  };
  if (options.program !== undefined) {
    await setProgram(options.program);
    await writeFiles(root, options.files ?? {});
  }
  const packs = (options.policyPacks ?? []).map((pack) =>
    [root, repositoryRoot].map((base) => path.resolve(base, pack)).find((folder) => existsSync(folder)),
  );

  const execute = async (args: readonly string[]): Promise<EngineResult> => {
    const log = path.join(sandbox, `events-${randomBytes(4).toString("hex")}.json`);
    const logged = loggedCommands.has(args[0]!) ? ["--event-log", log] : [];
    const finished = await run(toolchain.cli, [...args, "--non-interactive", ...logged], {
      cwd: root,
      env: environment,
    });
    return { ...finished, events: await readEvents(log) };
  };
  const operate = async (operation: string, args: readonly string[]): Promise<EngineResult> => {
    const configFile = await prepareStack(session, stack);
    await mergeConfig(configFile, settings);
    const takesPacks = operation === "preview" || operation === "up";
    return execute([
      operation,
      ...["--stack", stack, "--config-file", configFile, "--color", "never"],
      ...(operation === "preview" ? [] : ["--yes", "--skip-preview"]),
      ...(takesPacks ? packs.flatMap((pack) => ["--policy-pack", String(pack)]) : []),
      ...args,
    ]);
  };

  return {
    sandbox,
    program: root,
    cli: toolchain.cli,
    origin: toolchain.origin,
    stack,
    environment,
    preview: (...args) => operate("preview", args),
    up: (...args) => operate("up", args),
    refresh: (...args) => operate("refresh", args),
    destroy: (...args) => operate("destroy", args),
    pulumi: (...args) => execute(args),
    async export() {
      const resources = readResources(stateFile(session, stack));
      return { resources, outputs: stackOutputs(resources) };
    },
    setProgram,
    async setConfig(config) {
      settings = config;
    },
    dispose: () => rm(sandbox, { recursive: true, force: true }),
  };
}

const loggedCommands = new Set(["preview", "up", "refresh", "destroy", "import"]);

/** Started the quick way of the repository's own program: without it, a failing one takes Node.js 20 minutes to show. */
async function writeProgram(folder: string, stack: string, source: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const quickStart = path.join(repositoryRoot, "infra", "quickStart.js");
  const banner = `require(${JSON.stringify(quickStart)});`;
  const { code } = await transform(source, { loader: "ts", format: "cjs", target: "node20", banner });
  const runtime = { name: "nodejs", options: { typescript: false } };
  await writeFile(path.join(folder, "Pulumi.yaml"), stringify({ name: "engine-test", runtime }));
  await writeFile(path.join(folder, `Pulumi.${stack}.yaml`), stringify({ config: { "aws:region": "eu-west-1" } }));
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ name: "engine-test", main: "index.js" }));
  await writeFile(path.join(folder, "index.js"), code);
}

async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
}

async function mergeConfig(file: string, config: Readonly<Record<string, unknown>>): Promise<void> {
  if (Object.keys(config).length > 0) {
    const content = parse(await readFile(file, "utf8")) as { config?: Record<string, unknown> };
    await writeFile(file, stringify({ ...content, config: { ...content.config, ...config } }));
  }
}

async function readEvents(file: string): Promise<EngineEvent[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as EngineEvent);
}
