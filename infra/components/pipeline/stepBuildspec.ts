import { renderBuildspec } from "../shared/buildspec";
import { runScript } from "../shared/shell";

/** A step that runs scripts one after another and stops at the first that fails. */
export function stepBuildspec(scripts: string[]): string {
  return renderBuildspec({
    version: 0.2,
    env: { shell: "bash" },
    phases: { build: { "on-failure": "ABORT", commands: scripts.map(runScript) } },
  });
}
