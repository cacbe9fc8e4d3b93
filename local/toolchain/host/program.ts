import type { RunRequest } from "@pulumi/pulumi/proto/language_pb";
import { RunResponse } from "@pulumi/pulumi/proto/language_pb";
import { startChild } from "../children";
import { programConfig } from "./config";
import { locateStartScript } from "./modules";
import { parseRuntimeOptions, typescriptEnvironment } from "./options";
import { programInfo } from "./programInfo";
import type { ProgramInfo } from "./programInfo";

/** The exit code of the SDK's start script that says: the user has already been shown what went wrong. */
const alreadyReported = 32;

/** Runs the program once, with its output passed on as the host's own. */
export async function runProgram(request: RunRequest, engineAddress: string): Promise<RunResponse> {
  try {
    return response(await execute(request, engineAddress));
  } catch (error) {
    return response({ error: (error as Error).message });
  }
}

interface Outcome {
  readonly error?: string;
  readonly bail?: boolean;
}

async function execute(request: RunRequest, engineAddress: string): Promise<Outcome> {
  if (request.getAttachDebugger()) {
    return { error: "--attach-debugger needs an installed Pulumi CLI: the one built here can't attach a debugger." };
  }
  const info = programInfo(request);
  const options = parseRuntimeOptions(info.options);
  const script = locateStartScript("@pulumi/pulumi/cmd/run", info.programDirectory, "npm install");
  const child = startChild(
    process.execPath,
    [...options.nodeArguments, script, ...programArguments(request, info, engineAddress)],
    {
      env: { ...process.env, ...programConfig(request), ...typescriptEnvironment(options) },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let outOfMemory = false;
  child.process.stdout!.pipe(process.stdout, { end: false });
  child.process.stderr!.pipe(process.stderr, { end: false });
  child.process.stderr!.on(
    "data",
    (chunk: Buffer) => (outOfMemory ||= chunk.includes("JavaScript heap out of memory")),
  );
  const { code, signal } = await child.exited;
  if (code === 0) {
    return {};
  }
  if (code === alreadyReported) {
    return { bail: true };
  }
  const how = signal ? `was ended by ${signal}` : `exited with non-zero exit code: ${code}`;
  const advice = outOfMemory ? ". It ran out of memory: set NODE_OPTIONS=--max-old-space-size=<megabytes>." : "";
  return { error: `Program ${how}${advice}` };
}

/** The command line of the SDK's start script: flags first, then the entry point and the program's own arguments. */
export function programArguments(request: RunRequest, info: ProgramInfo, engineAddress: string): string[] {
  const flags: [string, string][] = [
    ["monitor", request.getMonitorAddress()],
    ["engine", engineAddress],
    ["organization", request.getOrganization()],
    ["project", request.getProject()],
    ["root-directory", info.rootDirectory],
    ["stack", request.getStack()],
    ["pwd", info.programDirectory],
    ["parallel", String(request.getParallel())],
  ];
  return [
    ...flags.flatMap(([name, value]) => (value === "" ? [] : [`--${name}`, value])),
    ...(request.getDryrun() ? ["--dry-run"] : []),
    info.entryPoint,
    ...request.getArgsList(),
  ];
}

function response(outcome: Outcome): RunResponse {
  const message = new RunResponse();
  message.setError(outcome.error ?? "");
  message.setBail(outcome.bail ?? false);
  return message;
}
