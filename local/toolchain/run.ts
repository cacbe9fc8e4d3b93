import type { SpawnOptions } from "node:child_process";
import { startChild } from "./children";

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end and keeps what it prints; `onLine` sees each line of its standard error at once. */
export async function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
  onLine?: (line: string) => void,
): Promise<Finished> {
  const child = startChild(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  let unfinished = "";
  child.process.stdout!.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.process.stderr!.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    const lines = (unfinished + text).split("\n");
    unfinished = lines.pop()!;
    lines.forEach((line) => onLine?.(line));
  });
  const { code, signal } = await child.exited.catch((error: Error) => {
    stderr += error.message;
    return { code: 127, signal: null };
  });
  return { code: code ?? (signal === "SIGINT" ? 130 : 1), stdout, stderr };
}
