import { fstatSync } from "node:fs";

/** The engine interrupts its plugins when it is done or cancelled. Should it die, its end of our standard input closes. */
export function endWithEngine(): void {
  const leave = (): never => process.exit(0);
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, leave);
  const input = fstatSync(0);
  if (input.isFIFO() || input.isSocket()) process.stdin.on("end", leave).on("error", leave).resume();
}
