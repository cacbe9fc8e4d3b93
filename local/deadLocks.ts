import { readFileSync, readdirSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import * as path from "node:path";

interface Lock {
  readonly pid: number;
  readonly hostname: string;
}

/**
 * Removes the locks that a killed Pulumi has left on the sandbox's stacks, so that the next run continues. A lock
 * whose process still runs, or runs on another machine, stays.
 */
export function removeDeadLocks(sandbox: string): void {
  const folder = path.join(sandbox, "state", ".pulumi", "locks");
  for (const file of filesBelow(folder)) {
    const lock = readLock(file);
    if (lock && lock.hostname === hostname() && !isRunning(lock.pid)) {
      rmSync(file, { force: true });
    }
  }
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".json"))
      .map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

function readLock(file: string): Lock | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Lock;
  } catch {
    // Another process has just removed or not yet finished it.
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
