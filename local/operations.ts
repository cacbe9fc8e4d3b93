import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { note } from "./console";
import { orphans } from "./orphans";
import type { Session } from "./session";
import { prepareStack, runAttached, runPulumi, stateFile } from "./session";
import { projectName } from "./stackConfig";
import { formatDuration } from "./toolchain/progress";

export type Operation = "preview" | "up" | "refresh" | "destroy";

export interface OperationOptions {
  readonly json?: boolean;
  readonly policy?: boolean;
  readonly skipPreview?: boolean;
}

/** Runs one operation on a stack, with the policy pack where the operation takes one. Returns Pulumi's exit code. */
export async function operate(
  session: Session,
  operation: Operation,
  stack: string,
  options: OperationOptions,
): Promise<number> {
  if (operation !== "preview" && operation !== "up" && !existsSync(stateFile(session, stack))) {
    note(`Stack ${stack} is not deployed in the sandbox: there is nothing to ${operation}.`);
    return 0;
  }
  const configFile = await prepareStack(session, stack);
  const started = Date.now();
  const code = await runPulumi(session, operationArguments(operation, stack, configFile, options));
  if (operation === "destroy" && code === 0) {
    noteOrphans(session, stack);
  }
  note(
    `${operation} of ${stack} ${code === 0 ? "took" : `ended with exit code ${code} after`} ${formatDuration(Date.now() - started)}`,
  );
  return code;
}

function noteOrphans(session: Session, stack: string): void {
  const left = orphans(session.sandbox, projectName(session.root), stack);
  for (const { type, id } of left) {
    note(`An interrupted run has created ${type} ${id}, which Pulumi doesn't know: it is still there.`);
  }
  if (left.length > 0) {
    note("The next up takes it up again; npm run local -- reset forgets it.");
  }
}

export function operationArguments(
  operation: Operation,
  stack: string,
  configFile: string,
  options: OperationOptions,
): string[] {
  const takesPolicies = operation === "preview" || operation === "up";
  return [
    operation,
    "--stack",
    stack,
    "--config-file",
    configFile,
    ...(operation === "preview" ? [] : ["--yes"]),
    ...(operation !== "preview" && options.skipPreview ? ["--skip-preview"] : []),
    // Pulumi asks about creations that were interrupted; the stand-in remembers them by itself.
    ...(operation === "refresh" ? ["--clear-pending-creates"] : []),
    ...(takesPolicies && options.policy !== false ? ["--policy-pack", "policies"] : []),
    ...(options.json
      ? ["--json"]
      : ["--suppress-permalink=true", ...(process.stdout.isTTY ? [] : ["--suppress-progress"])]),
  ];
}

interface PackBundle {
  isFresh(folder: string): boolean;
}

/** The pack builds itself when it is stale. Building it before shows what the compiler says, not a pack that won't start. */
export async function buildPolicyPack(session: Session): Promise<void> {
  const folder = path.join(session.root, "policies");
  const { isFresh } = createRequire(path.join(folder, "noop.js"))("./bundle.js") as PackBundle;
  if (isFresh(folder)) {
    return;
  }
  const script = path.join(folder, "build.mjs");
  const code = await runAttached(session, process.execPath, [script], ["ignore", process.stderr, process.stderr]);
  if (code !== 0) {
    throw new Error("The policy pack in policies/ doesn't compile: see above. --no-policy goes without it.");
  }
}
