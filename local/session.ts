import { spawn } from "node:child_process";
import type { StdioOptions } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import * as path from "node:path";
import { stringify } from "yaml";
import { furnishAccount } from "./account";
import { removeDeadLocks } from "./deadLocks";
import { prepareSandbox, sandboxEnvironment } from "./sandbox";
import { copyStackConfig, projectFolder, projectName } from "./stackConfig";
import { run } from "./toolchain/run";
import type { Toolchain } from "./toolchain/toolchain";
import { prepareToolchain } from "./toolchain/toolchain";

/** A CLI, a sandbox and a project: what every command works with. */
export interface Session {
  readonly toolchain: Toolchain;
  readonly sandbox: string;
  readonly root: string;
  readonly environment: NodeJS.ProcessEnv;
}

export async function openSession(root: string, sandbox: string): Promise<Session> {
  const [toolchain] = await Promise.all([prepareToolchain(), prepareSandbox(sandbox)]);
  const environment = sandboxEnvironment(sandbox);
  // Programs and scripts that call pulumi themselves get the same one.
  environment.PATH = [path.dirname(toolchain.cli), environment.PATH].join(path.delimiter);
  return { toolchain, sandbox, root, environment };
}

/** Makes the stack when there is none and returns the configuration file to use. */
export async function prepareStack(session: Session, stack: string): Promise<string> {
  removeDeadLocks(session.sandbox);
  const configFile = copyStackConfig(session.root, session.sandbox, stack);
  const name = projectName(session.root);
  furnishAccount(session.sandbox, configFile, name);
  if (!existsSync(stateFile(session, stack))) {
    // `stack init` takes no configuration file, so it runs where the copy has the name it expects.
    const folder = projectFolder(session.sandbox);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "Pulumi.yaml"), stringify({ name, runtime: "nodejs" }));
    const args = ["stack", "init", stack, "--no-select", "--non-interactive"];
    const { code, stderr } = await run(session.toolchain.cli, args, { cwd: folder, env: session.environment });
    if (code !== 0) {
      throw new Error(
        `Making stack ${stack} in the sandbox failed:\n${stderr.trim()}\nForget the sandbox: npm run local -- reset`,
      );
    }
  }
  return configFile;
}

/** Where the file backend keeps a stack. */
export function stateFile(session: Pick<Session, "root" | "sandbox">, stack: string): string {
  return path.join(session.sandbox, "state", ".pulumi", "stacks", projectName(session.root), `${stack}.json`);
}

/** Runs Pulumi with this process's terminal and returns its exit code. */
export function runPulumi(session: Session, args: readonly string[], stdio: StdioOptions = "inherit"): Promise<number> {
  return runAttached(session, session.toolchain.cli, args, stdio);
}

/**
 * Ctrl-C in a terminal reaches the child by itself, and a second one is a harder stop to Pulumi: it must not get
 * each twice. Signals from elsewhere reach only this process and are passed on.
 */
export function runAttached(
  session: Pick<Session, "environment" | "root">,
  command: string,
  args: readonly string[],
  stdio: StdioOptions = "inherit",
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: session.root, env: session.environment, stdio });
    const passOn = (signal: NodeJS.Signals): void => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) {
        child.kill(signal);
      }
    };
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
    signals.forEach((signal) => process.on(signal, passOn));
    const finish = (): void => signals.forEach((signal) => process.off(signal, passOn));
    child.once("error", (error) => {
      finish();
      reject(error);
    });
    child.once("exit", (code, signal) => {
      finish();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
