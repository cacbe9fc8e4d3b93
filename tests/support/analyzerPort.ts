import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";

/** The port that a pack announces on its first line. */
export function portOf(child: ChildProcessWithoutNullStreams): Promise<number> {
  return new Promise((ready, fail) => {
    let errors = "";
    child.stderr.on("data", (text: Buffer) => (errors += text.toString()));
    child.once("exit", (code) => fail(new Error(`the pack ended with ${code} before it was ready:\n${errors}`)));
    createInterface({ input: child.stdout }).once("line", (line) => {
      if (/^\d+$/.test(line)) ready(Number(line));
      else fail(new Error(`the first line of the pack is no port: ${line}`));
    });
  });
}
