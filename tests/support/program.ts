import type { Output } from "@pulumi/pulumi";
import { startMocks } from "./mocks";
import type { Recorder } from "./mocks";
import { settingsOf } from "./settings";

export interface ProgramRun {
  readonly recorder: Recorder;
  readonly outputs: Record<string, Output<string>>;
}

const runs = new Map<string, Promise<ProgramRun>>();

/** What the program of a stack registers under mocks, as in its first preview when asked; every run happens once. */
export function runProgram(stack: string, changes: Record<string, string> = {}, preview = false): Promise<ProgramRun> {
  const key = JSON.stringify([stack, changes, preview]);
  const found = runs.get(key) ?? start(stack, changes, preview);
  runs.set(key, found);
  return found;
}

async function start(stack: string, changes: Record<string, string>, preview: boolean): Promise<ProgramRun> {
  const limit = Error.stackTraceLimit;
  // The SDK takes a stack trace for every promise; mapped to TypeScript they cost most of a run.
  Error.stackTraceLimit = 0;
  try {
    const recorder = await startMocks({ stack, preview, config: { ...settingsOf(stack), ...changes } });
    const entry = require.resolve("../../infra/index");
    // The program runs when it is loaded.
    delete require.cache[entry];
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would answer from its cache
    const outputs = require(entry) as Record<string, Output<string>>;
    await recorder.settled();
    return { recorder, outputs };
  } finally {
    Error.stackTraceLimit = limit;
  }
}
