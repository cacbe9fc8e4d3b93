import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type { LogLine } from "./service";
import { until } from "./service";

const appFolder = resolve(__dirname, "../..");

export interface RunningProcess {
  readonly child: ChildProcess;
  readonly exit: Promise<{ code: number | null; signal: string | null }>;
  readonly lines: string[];
  log(): LogLine[];
  /** Waits for a log line with this message. */
  line(message: string): Promise<LogLine>;
}

/** The service as it runs in the container: `src/main.ts` in a process of its own, with this environment only. */
export function startProcess(env: Record<string, string>): RunningProcess {
  const child = spawn(process.execPath, ["-r", "ts-node/register/transpile-only", "src/main.ts"], {
    cwd: appFolder,
    env: { PATH: process.env.PATH ?? "", HOST: "127.0.0.1", LOG_LEVEL: "debug", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  let rest = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
  });
  const log = () => lines.map((line) => JSON.parse(line) as LogLine);
  return {
    child,
    exit: once(child, "close").then(([code, signal]) => ({ code, signal })),
    lines,
    log,
    line: async (message) => {
      await until(() => child.exitCode !== null || log().some((entry) => entry.message === message));
      const found = log().find((entry) => entry.message === message);
      if (found === undefined) {
        throw new Error(`The process ended without logging "${message}". It logged:\n${lines.join("\n")}`);
      }
      return found;
    },
  };
}
