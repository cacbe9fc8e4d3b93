import type { Readable } from "node:stream";
import * as grpc from "@grpc/grpc-js";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzerStackConfigureRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { messageSizes } from "./messageSizes";
import { Switchboard } from "./switchboard";
import { asStatus, forward, undecoded } from "./undecoded";
import type { Bytes } from "./undecoded";

/** How long an answer takes to leave this process; gRPC does not tell. */
const answerMilliseconds = 50;

/**
 * An analyzer that answers the engine's greeting at once and leaves its port to the real policy pack as soon as that
 * runs. What the engine asks in between is forwarded, undecoded.
 */
export class PolicyPackProxy {
  /** What the engine configured; undefined when it asks something else first (`pulumi policy publish` does). */
  public readonly configuration: Promise<AnalyzerStackConfigureRequest | undefined>;
  #configure!: (request: AnalyzerStackConfigureRequest | undefined) => void;
  #connect!: (client: grpc.Client) => void;
  #fail!: (error: Error) => void;
  readonly #client: Promise<grpc.Client>;
  readonly #switchboard: Switchboard;
  #port = 0;

  private constructor() {
    this.configuration = new Promise((resolve) => (this.#configure = resolve));
    this.#client = new Promise((resolve, reject) => {
      this.#connect = resolve;
      this.#fail = reject;
    });
    this.#client.catch(() => undefined);
    const server = new grpc.Server(messageSizes);
    server.addService(undecoded(AnalyzerService), this.#handlers());
    this.#switchboard = new Switchboard(server);
  }

  public static async listen(): Promise<PolicyPackProxy> {
    const proxy = new PolicyPackProxy();
    proxy.#port = await proxy.#switchboard.listen();
    return proxy;
  }

  public get port(): number {
    return this.#port;
  }

  /** Reads the pack's port from the first line it prints and passes on the lines after it. */
  public attach(output: Readable, passOn: (rest: Bytes) => void): void {
    let first: Bytes | undefined = Buffer.alloc(0);
    output.on("data", (chunk: Bytes) => {
      if (!first) {
        return passOn(chunk);
      }
      first = Buffer.concat([first, chunk]);
      const end = first.indexOf("\n");
      if (end < 0) {
        return;
      }
      const line = first.subarray(0, end).toString().trim();
      const rest = first.subarray(end + 1);
      first = undefined;
      if (/^\d+$/.test(line)) {
        void this.#forwardConfiguration(Number(line));
      } else {
        this.fail(new Error(`The policy pack printed "${line}" where its port was expected.`));
      }
      if (rest.length > 0) {
        passOn(rest);
      }
    });
  }

  /** Lets every call that waits for the pack, and every later one, end with an error. */
  public fail(error: Error): void {
    this.#fail(error);
  }

  /** Calls that wait are told why before the port closes: the engine shows what it hears first. */
  public async close(): Promise<void> {
    this.#fail(new Error("The policy pack has ended."));
    this.#client.then((client) => client.close()).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, answerMilliseconds));
    this.#switchboard.close();
  }

  /** A pack may know the call that the proxy has answered in its place. Older ones don't, which is fine. */
  async #forwardConfiguration(port: number): Promise<void> {
    const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), messageSizes);
    const configuration = await this.configuration;
    if (configuration) {
      const bytes = Buffer.from(configuration.serializeBinary());
      try {
        await forward(client, AnalyzerService.configureStack.path, bytes);
      } catch (error) {
        if ((error as grpc.ServiceError).code !== grpc.status.UNIMPLEMENTED) {
          return this.fail(error as Error);
        }
      }
    }
    this.#connect(client);
    this.#switchboard.handOver(port);
  }

  #handlers(): grpc.UntypedServiceImplementation {
    const handlers: Record<string, grpc.handleUnaryCall<Bytes, Bytes>> = {};
    for (const [name, method] of Object.entries(AnalyzerService)) {
      handlers[name] = (call, callback) => {
        this.#configure(undefined);
        this.#client
          .then((client) => forward(client, method.path, call.request))
          .then((answer) => callback(null, answer))
          .catch((error: grpc.ServiceError) => callback(asStatus(error)));
      };
    }
    handlers.handshake = (_, callback) => callback(null, Buffer.alloc(0));
    handlers.configureStack = (call, callback) => {
      this.#configure(AnalyzerStackConfigureRequest.deserializeBinary(call.request));
      callback(null, Buffer.alloc(0));
    };
    return handlers;
  }
}
