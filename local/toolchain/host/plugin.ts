import * as path from "node:path";
import type * as grpc from "@grpc/grpc-js";
import type { RunPluginRequest } from "@pulumi/pulumi/proto/language_pb";
import { RunPluginResponse } from "@pulumi/pulumi/proto/language_pb";
import { startChild } from "../children";
import { repositoryRoot } from "../folders";
import { policyPackConfig } from "./config";
import { locateStartScript } from "./modules";
import { parseRuntimeOptions, typescriptEnvironment } from "./options";
import { PolicyPackProxy } from "./policyPack";
import type { ProgramInfo } from "./programInfo";
import { programInfo } from "./programInfo";
import type { RuntimeOptions } from "./options";

/** Of the SDK's start script it leaves out what only a pack in TypeScript needs. */
const javascriptPackStart = path.join(repositoryRoot, "local/toolchain/host/startPack.js");

type Call = grpc.ServerWritableStream<RunPluginRequest, RunPluginResponse>;

/** Runs a policy pack, a component package or another plugin until it ends or the engine hangs up. */
export async function runPlugin(call: Call): Promise<void> {
  const { request } = call;
  if (request.getAttachDebugger()) {
    throw new Error("--attach-debugger needs an installed Pulumi CLI: the one built here can't attach a debugger.");
  }
  const info = programInfo(request);
  const options = parseRuntimeOptions(info.options);
  const environment = { ...parseEnvironment(request.getEnvList()), ...typescriptEnvironment(options) };
  await (request.getKind() === "analyzer"
    ? runPolicyPack(call, info, options, environment)
    : runOther(call, info, options, environment));
}

/**
 * A Node policy pack reads stack, project and configuration from its environment at start, and the engine names
 * them only in a call to the running pack. So a proxy answers for it until that call has come.
 */
async function runPolicyPack(call: Call, info: ProgramInfo, options: RuntimeOptions, env: NodeJS.ProcessEnv) {
  const script = locateStartScript("@pulumi/pulumi/cmd/run-policy-pack", info.programDirectory, install(info));
  const proxy = await PolicyPackProxy.listen();
  const hangUp = new Promise<"cancelled">((resolve) => call.once("cancelled", () => resolve("cancelled")));
  try {
    call.write(stdout(`${proxy.port}\n`));
    const configuration = await Promise.race([proxy.configuration, hangUp]);
    if (configuration === "cancelled") {
      return;
    }
    const child = startChild(
      process.execPath,
      [
        options.typescript ? script : javascriptPackStart,
        ...options.nodeArguments,
        ...call.request.getArgsList(),
        info.programDirectory,
      ],
      { cwd: info.programDirectory, env: { ...env, ...(configuration ? policyPackConfig(configuration) : {}) } },
    );
    call.once("cancelled", () => void child.end());
    child.process.stderr!.on("data", (chunk: Buffer) => call.write(stderr(chunk)));
    proxy.attach(child.process.stdout!, (rest) => call.write(stdout(rest)));
    const { code, signal } = await child.exited;
    proxy.fail(new Error(`The policy pack in ${info.programDirectory} ended ${how(code, signal)}.`));
    report(call, code, signal);
  } finally {
    await proxy.close();
  }
}

async function runOther(call: Call, info: ProgramInfo, options: RuntimeOptions, env: NodeJS.ProcessEnv) {
  const script = locateStartScript("@pulumi/pulumi/cmd/run-plugin", info.programDirectory, install(info));
  const child = startChild(
    process.execPath,
    [script, ...options.nodeArguments, info.programDirectory, ...call.request.getArgsList()],
    { cwd: call.request.getPwd() || info.programDirectory, env },
  );
  call.once("cancelled", () => void child.end());
  child.process.stdout!.on("data", (chunk: Buffer) => call.write(stdout(chunk)));
  child.process.stderr!.on("data", (chunk: Buffer) => call.write(stderr(chunk)));
  const { code, signal } = await child.exited;
  report(call, code, signal);
}

function report(call: Call, code: number | null, signal: NodeJS.Signals | null): void {
  if (call.cancelled) {
    return;
  }
  if (code !== 0) {
    throw new Error(`Program ended ${how(code, signal)}`);
  }
  const message = new RunPluginResponse();
  message.setExitcode(0);
  call.write(message);
}

function how(code: number | null, signal: NodeJS.Signals | null): string {
  return signal ? `by ${signal}` : `with exit code ${code}`;
}

function install(info: ProgramInfo): string {
  return `npm install in ${info.programDirectory}`;
}

function stdout(chunk: string | Buffer): RunPluginResponse {
  const message = new RunPluginResponse();
  message.setStdout(Buffer.from(chunk as string));
  return message;
}

function stderr(chunk: Buffer): RunPluginResponse {
  const message = new RunPluginResponse();
  message.setStderr(chunk);
  return message;
}

/** The engine sends its whole environment as `NAME=value` lines; later ones win. */
export function parseEnvironment(lines: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(
    lines.map((line) => {
      const end = line.indexOf("=", 1);
      return end < 0 ? [line, ""] : [line.slice(0, end), line.slice(end + 1)];
    }),
  );
}
