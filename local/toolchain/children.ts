import { spawn } from "node:child_process";
import type { ChildProcess, SpawnOptions } from "node:child_process";

/** How long an interrupted child may take to end by itself. The engine kills the host 5 s after interrupting it. */
const graceMilliseconds = 3000;

export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Child {
  readonly process: ChildProcess;
  /** Settles when the process has ended and its output has been read to the end. Rejects when it can't be started. */
  readonly exited: Promise<ChildExit>;
  /** Interrupts the whole process group, and kills what is left of it after a grace period. */
  end(): Promise<void>;
}

/** The children that have not ended yet: what has to end when the host does. */
const living = new Set<Child>();

/**
 * Starts a child as the leader of its own process group, so that what it starts itself can be ended with it.
 * A terminal's Ctrl-C doesn't reach it that way: whoever starts a child ends it.
 */
export function startChild(command: string, args: readonly string[], options: SpawnOptions): Child {
  const process = spawn(command, args, { ...options, detached: true });
  const exited = new Promise<ChildExit>((resolve, reject) => {
    process.once("error", reject);
    process.once("close", (code, signal) => resolve({ code, signal }));
  });
  const child: Child = {
    process,
    exited,
    async end() {
      if (!living.has(child)) {
        return;
      }
      signalGroup(process, "SIGINT");
      const timer = setTimeout(() => signalGroup(process, "SIGKILL"), graceMilliseconds);
      await exited.catch(() => undefined);
      clearTimeout(timer);
      // The leader is gone; whatever it left running goes too.
      signalGroup(process, "SIGKILL");
    },
  };
  living.add(child);
  void exited.catch(() => undefined).then(() => living.delete(child));
  return child;
}

export async function endAllChildren(): Promise<void> {
  await Promise.all([...living].map((child) => child.end()));
}

function signalGroup(leader: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (leader.pid !== undefined) {
      process.kill(-leader.pid, signal);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") {
      throw error;
    }
  }
}
