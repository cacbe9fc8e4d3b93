import { mkdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { lock } from "proper-lockfile";

export interface LockOptions {
  /** Called once when somebody else holds the lock. */
  readonly onWait: () => void;
  readonly pollMilliseconds?: number;
  /** Ends the waiting. */
  readonly abort?: AbortSignal;
  /** A holder that has not refreshed its lock for so long has died. */
  readonly staleMilliseconds?: number;
}

/** Does the work while no other process does any under the same folder's lock. */
export async function withLock<Result>(
  folder: string,
  work: () => Promise<Result>,
  options: LockOptions,
): Promise<Result> {
  await mkdir(folder, { recursive: true });
  const stale = options.staleMilliseconds ?? 30_000;
  let waiting = false;
  for (;;) {
    const release = await lock(folder, { stale, update: stale / 6, realpath: true }).catch(
      (error: Error & { code?: string }) => {
        if (error.code !== "ELOCKED") {
          throw error;
        }
        return undefined;
      },
    );
    if (release) {
      try {
        return await work();
      } finally {
        await release();
      }
    }
    if (!waiting) {
      waiting = true;
      options.onWait();
    }
    await sleep(options.pollMilliseconds ?? 1000, undefined, { signal: options.abort });
  }
}
