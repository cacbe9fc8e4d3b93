import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { engineWorkspace } from "../../support/engine";
import type { EngineWorkspace } from "../../support/engine";

/** A program that never ends and has started a process of its own; both write down their process ids. */
const endless = `
  import { spawn } from "node:child_process";
  import { writeFileSync } from "node:fs";
  const child = spawn("sleep", ["3600"], { stdio: "ignore" });
  writeFileSync("pids", process.pid + " " + child.pid + " " + process.ppid);
  console.log("the program is waiting");
  setInterval(() => undefined, 1000);`;

describe("cancellation", function () {
  this.timeout(60_000);
  let workspace: EngineWorkspace;
  before(async () => (workspace = await engineWorkspace({ program: endless, standIns: [] })));
  after(() => workspace.dispose());

  // The program, what it started, and the language host: all of them.
  const processes = (): number[] => readFileSync(path.join(workspace.program, "pids"), "utf8").split(" ").map(Number);
  const isAlive = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };

  for (const signal of ["SIGINT", "SIGTERM", "SIGKILL"] as const) {
    it(`ends everything that was started when the CLI gets ${signal}, and the next run continues`, async () => {
      await workspace.pulumi("stack", "ls");
      const preview = spawn(
        workspace.cli,
        ["preview", "--stack", "dev", ...(await configFile()), "--non-interactive"],
        {
          cwd: workspace.program,
          env: workspace.environment,
        },
      );
      let output = "";
      preview.stdout.on("data", (text) => (output += text));
      while (!output.includes("the program is waiting")) {
        await sleep(50);
      }
      const started = processes();
      assert.deepEqual(started.map(isAlive), [true, true, true]);
      preview.kill(signal);
      await new Promise((resolve) => preview.once("exit", resolve));
      // An installed CLI's own host stays when its engine is killed, and with it what it started.
      const staying = signal === "SIGKILL" && workspace.origin === "installed";
      if (staying) {
        started.forEach((pid) => process.kill(pid, "SIGKILL"));
      }
      const deadline = Date.now() + 5000;
      while (started.some(isAlive) && Date.now() < deadline) {
        await sleep(50);
      }
      assert.deepEqual(started.map(isAlive), [false, false, false]);
    });
  }

  /** Makes the stack as an operation does. */
  const configFile = async (): Promise<string[]> => {
    await workspace.refresh();
    return ["--config-file", path.join(workspace.sandbox, "project", "Pulumi.dev.yaml")];
  };
});
