import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { resolve } from "node:path";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/analyzer_pb";
import { portOf } from "./analyzerPort";
import { Empty, field, levels, requestOf, stackResourceOf, Struct, told } from "./analyzerProtocol";
import type { Sent, Told } from "./analyzerProtocol";

export { field, secret, urnOf } from "./analyzerProtocol";
export type { Sent, Told } from "./analyzerProtocol";

export interface StartOptions {
  /** The pack's directory. Defaults to `policies`. */
  readonly directory?: string;
  /** What node runs there. Defaults to `start.js`. */
  readonly arguments?: readonly string[];
  readonly stack?: string;
  readonly config?: Readonly<Record<string, string>>;
  readonly preview?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** A prefix such as `unshare -rn`. */
  readonly prefix?: readonly string[];
}

export const root = resolve(__dirname, "../..");
/** A running pack, spoken to as the engine does. */
export class Analyzer {
  stderr = "";
  stdout = "";

  private constructor(
    readonly process: ChildProcessWithoutNullStreams,
    private readonly client: AnalyzerClient,
    readonly readyMs: number,
  ) {
    process.stderr.on("data", (text: Buffer) => (this.stderr += text.toString()));
  }

  static async start(options: StartOptions = {}): Promise<Analyzer> {
    const began = performance.now();
    const command = [...(options.prefix ?? []), process.execPath, ...(options.arguments ?? ["start.js"])];
    const child = spawn(command[0] as string, command.slice(1), {
      cwd: options.directory ?? resolve(root, "policies"),
      env: {
        PATH: process.env["PATH"],
        PULUMI_NODEJS_STACK: options.stack ?? "dev",
        PULUMI_NODEJS_PROJECT: "shop",
        PULUMI_NODEJS_ORGANIZATION: "organization",
        PULUMI_NODEJS_DRY_RUN: String(options.preview ?? true),
        PULUMI_CONFIG: JSON.stringify(options.config ?? {}),
        ...options.environment,
      },
    });
    const port = await portOf(child);
    const readyMs = performance.now() - began;
    // Through an address of the process's own network: a pack without one is reached by `inside` only.
    const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
      "grpc.max_receive_message_length": 400 * 1024 * 1024,
      "grpc.max_send_message_length": 400 * 1024 * 1024,
    });
    const analyzer = new Analyzer(child, client, readyMs);
    await analyzer.configureStack(options);
    return analyzer;
  }

  async info(): Promise<pb.AnalyzerInfo.AsObject> {
    const info = await call<pb.AnalyzerInfo>((done) => this.client.getAnalyzerInfo(new Empty() as never, done));
    return info.toObject();
  }

  /** Sends what the CLI does: every policy with its announced level and defaults, `given` laid over them. */
  async configure(given: Readonly<Record<string, string | Record<string, unknown>>> = {}): Promise<void> {
    const request = new pb.ConfigureAnalyzerRequest();
    const map = request.getPolicyconfigMap();
    const { all, ...named } = given;
    const policies = (await this.info()).policiesList;
    const add = (name: string, level: number, properties: object) => {
      const config = new pb.PolicyConfig();
      config.setEnforcementlevel(level as pb.EnforcementLevel);
      config.setProperties(Struct.fromJavaScript(properties as never) as never);
      map.set(name, config);
    };
    const levelOf = (level: unknown, otherwise: number) =>
      typeof level === "string" ? levels.indexOf(level as (typeof levels)[number]) : otherwise;
    const names = new Set([...policies.map(({ name }) => name), ...Object.keys(named)]);
    if (all !== undefined) add("all", levelOf(all, 0), {});
    for (const name of names) {
      const announced = policies.find((policy) => policy.name === name)?.enforcementlevel ?? 0;
      const own = named[name];
      const { enforcementLevel, ...properties } = typeof own === "string" ? { enforcementLevel: own } : (own ?? {});
      add(name, levelOf(enforcementLevel, levelOf(all, announced)), properties);
    }
    await call((done) => this.client.configure(request, done));
  }

  async analyze(sent: Sent): Promise<Told[]> {
    return told(await call<pb.AnalyzeResponse>((done) => this.client.analyze(requestOf(sent), done)));
  }

  /** The same with properties that no object here could hold: the bytes of a `google.protobuf.Struct`. */
  async analyzeBytes(sent: Sent, properties: Uint8Array): Promise<Told[]> {
    const bytes = Buffer.concat([requestOf({ ...sent, props: {} }).serializeBinary(), field(2, properties)]);
    const read = (response: Buffer) => pb.AnalyzeResponse.deserializeBinary(response);
    const path = "/pulumirpc.Analyzer/Analyze";
    return told(
      await call((done) => this.client.makeUnaryRequest(path, (each: Buffer) => each, read, bytes, done as never)),
    );
  }

  async analyzeStack(list: readonly Sent[]): Promise<Told[]> {
    const request = new pb.AnalyzeStackRequest();
    request.setResourcesList(list.map(stackResourceOf));
    return told(await call<pb.AnalyzeResponse>((done) => this.client.analyzeStack(request, done)));
  }

  async remediate(sent: Sent): Promise<{ policy: string; properties: Record<string, unknown> }[]> {
    const response = await call<pb.RemediateResponse>((done) => this.client.remediate(requestOf(sent), done));
    return response.getRemediationsList().map((remediation) => ({
      policy: remediation.getPolicyname(),
      properties: (remediation.getProperties()?.toJavaScript() ?? {}) as Record<string, unknown>,
    }));
  }

  async stop(): Promise<void> {
    this.client.close();
    if (this.process.exitCode !== null) return;
    const ended = new Promise((done) => this.process.once("exit", done));
    this.process.kill();
    await ended;
  }

  private async configureStack({ stack, preview, tags, config }: StartOptions): Promise<void> {
    const request = new pb.AnalyzerStackConfigureRequest();
    request.setStack(stack ?? "dev");
    request.setProject("shop");
    request.setDryRun(preview ?? true);
    for (const [key, value] of Object.entries(tags ?? {})) request.getTagsMap().set(key, value);
    for (const [key, value] of Object.entries(config ?? {})) request.getConfigMap().set(key, value);
    await call((done) => this.client.configureStack(request, done));
  }
}

function call<T>(start: (done: (error: Error | null, response: T) => void) => unknown): Promise<T> {
  return new Promise((ready, fail) => start((error, response) => (error ? fail(error) : ready(response))));
}
