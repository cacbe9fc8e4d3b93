import * as path from "node:path";
import { engineWorkspace } from "../support/engine";
import type { EngineWorkspace } from "../support/engine";
import { measured } from "./processes";
import type { MeasuredRun } from "./processes";

/** The operations on stack dev that a person waits for, each in a Pulumi process of its own. */
export interface OperationTimes {
  readonly empty: readonly MeasuredRun[];
  readonly preview: readonly MeasuredRun[];
  readonly judged: readonly MeasuredRun[];
  readonly unchanged: readonly MeasuredRun[];
  readonly resources: number;
}

/** As Pulumi runs any JavaScript program, with nothing of this repository in it. */
const nothing = { "index.js": 'require("@pulumi/pulumi");\n' };

/** Round by round, so that what else the machine does befalls all alike. */
export async function measureOperations(runs: number): Promise<OperationTimes> {
  const empty = await engineWorkspace({ program: "", files: nothing, standIns: [] });
  const fresh = await engineWorkspace();
  const deployed = await engineWorkspace();
  try {
    await succeed(empty.preview());
    await succeed(fresh.preview("--policy-pack", "policies"));
    await succeed(deployed.up());
    const { resources } = await deployed.export();
    const none = (): MeasuredRun[] => [];
    const times = { empty: none(), preview: none(), judged: none(), unchanged: none() };
    for (let round = 0; round < runs; round++) {
      times.empty.push(await run(empty, "preview"));
      times.preview.push(await run(fresh, "preview"));
      times.judged.push(await run(fresh, "preview", "--policy-pack", "policies"));
      times.unchanged.push(await run(deployed, "up", "--yes", "--skip-preview"));
    }
    return { ...times, resources: resources.length };
  } finally {
    await Promise.all([empty, fresh, deployed].map((workspace) => workspace.dispose()));
  }
}

async function run(workspace: EngineWorkspace, operation: string, ...more: string[]): Promise<MeasuredRun> {
  const configFile = path.join(workspace.sandbox, "project", `Pulumi.${workspace.stack}.yaml`);
  const args = [operation, "--stack", workspace.stack, "--config-file", configFile, "--non-interactive", ...more];
  const result = await measured(workspace.cli, args, { cwd: workspace.program, env: workspace.environment });
  if (result.code !== 0) throw new Error(`pulumi ${args.join(" ")} failed:\n${result.output}`);
  return result;
}

async function succeed(operation: Promise<{ code: number; stdout: string; stderr: string }>): Promise<void> {
  const { code, stdout, stderr } = await operation;
  if (code !== 0) throw new Error(`Preparing the benchmark failed:\n${stdout}\n${stderr}`);
}
