import { setTimeout as sleep } from "node:timers/promises";
import type { Service } from "./server";

export interface DrainTimes {
  readonly drainMs: number;
  readonly deadlineMs: number;
}

/**
 * Stops without losing a request. `/readyz` fails at once; requests are still accepted for `drainMs`, since the load
 * balancer sends them until it has noticed; then nothing new is accepted and what is in flight may finish until
 * `deadlineMs`. Resolves with the number of requests that had to be cut off.
 */
export async function drain({ server, state, connections }: Service, times: DrainTimes): Promise<number> {
  const deadline = Date.now() + times.deadlineMs;
  state.draining = true;
  await sleep(times.drainMs);

  const closed = new Promise<number>((resolve) => server.close(() => resolve(0)));
  connections.closeIdle();
  const timer = new AbortController();
  const late = sleep(Math.max(0, deadline - Date.now()), undefined, { signal: timer.signal }).then(
    () => connections.requestsInFlight,
    () => 0,
  );
  const cut = await Promise.race([closed, late]);
  timer.abort();
  server.closeAllConnections();
  return cut;
}
