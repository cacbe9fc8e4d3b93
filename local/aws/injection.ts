import type { Action } from "./faultFile";

/** Runs a call, or does to it what a fault rule says. */
export async function withFault<T>(action: Action | undefined, run: () => T | Promise<T>, what: string): Promise<T> {
  if (action === undefined) return run();
  if ("refuse" in action) throw new Error(`${what}: ${action.refuse.code}: ${action.refuse.message}`);
  if ("hang" in action) return new Promise<T>(() => undefined);
  if ("throttle" in action) {
    if (action.throttle > MAXIMUM_RETRIES) {
      throw new Error(`${what}: ThrottlingException: Rate exceeded (${MAXIMUM_RETRIES} attempts). Try again later.`);
    }
    for (let attempt = 0; attempt < action.throttle; attempt++) await pause(Math.min(20 * 2 ** attempt, 1000));
    return run();
  }
  if (action.die === "before") process.exit(137);
  await run();
  process.exit(137);
}

/** The AWS SDK's own number of attempts in the real provider. */
const MAXIMUM_RETRIES = 25;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
