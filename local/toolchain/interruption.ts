import { constants } from "node:os";
import { endAllChildren } from "./children";

/** Thrown when a signal has ended the work; `exitCode` is what a shell expects of a process that ends by it. */
export class Interrupted extends Error {
  public readonly exitCode: number;

  public constructor(signal: NodeJS.Signals) {
    super(`Interrupted by ${signal}. Nothing half-made is left; the next run starts over.`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

/**
 * Lets work that starts children clean up when a signal comes: ends the children, aborts its waiting, and turns
 * whatever error follows into one that names the signal.
 */
export async function interruptible<Result>(work: (abort: AbortSignal) => Promise<Result>): Promise<Result> {
  const abort = new AbortController();
  let interruption: Interrupted | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    interruption ??= new Interrupted(signal);
    abort.abort(interruption);
    void endAllChildren();
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  signals.forEach((signal) => process.on(signal, stop));
  try {
    const result = await work(abort.signal);
    if (interruption) {
      throw interruption;
    }
    return result;
  } catch (error) {
    throw interruption ?? error;
  } finally {
    signals.forEach((signal) => process.off(signal, stop));
  }
}
