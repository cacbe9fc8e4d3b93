import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Refuse } from "../../../local/aws/account";
import { createServer } from "../../../local/aws/server";
import { openSession } from "../../../local/aws/session";
import type { Properties } from "../../../local/aws/values";
import { decode, encode } from "../../../local/aws/wire";

export const BUCKET = "aws:s3/bucket:Bucket";
export const ROLE = "aws:iam/role:Role";
export const REPOSITORY = "aws:ecr/repository:Repository";

export function urnOf(type: string, name: string): string {
  return `urn:pulumi:dev::test::${type}::${name}`;
}

/** A sandbox folder of its own, with the environment that the stand-in accepts. */
export function temporarySandbox(): { directory: string; environment: NodeJS.ProcessEnv; remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), "stand-in-"));
  mkdirSync(join(directory, "pulumi"));
  const environment = {
    CONTAINER_DELIVERY_SANDBOX: directory,
    PULUMI_HOME: join(directory, "pulumi"),
    PULUMI_BACKEND_URL: `file://${join(directory, "state")}`,
  };
  return { directory, environment, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

type Method = (request: unknown, callback: (error: grpc.ServiceError | null, response: never) => void) => void;

/** Talks to a stand-in as the engine does. */
export class Engine {
  private constructor(
    private readonly client: ResourceProviderClient,
    private readonly server?: grpc.Server,
  ) {}

  static connect(port: number): Engine {
    const options = { "grpc.max_receive_message_length": -1 };
    return new Engine(new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), options));
  }

  static async start(
    environment: NodeJS.ProcessEnv,
    refuse: Refuse = () => [],
    configuration: Properties = { region: "eu-west-1" },
  ): Promise<Engine> {
    const server = createServer(openSession(environment, refuse));
    const port = await new Promise<number>((resolve, reject) =>
      server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
        error === null ? resolve(bound) : reject(error),
      ),
    );
    const engine = new Engine(Engine.connect(port).client, server);
    await engine.configure(configuration);
    return engine;
  }

  call<T>(method: string, request: unknown): Promise<T> {
    const send = (this.client as unknown as Record<string, Method>)[method]?.bind(this.client);
    return new Promise((resolve, reject) =>
      send?.(request, (error, response) => (error === null ? resolve(response as T) : reject(error))),
    );
  }

  configure(configuration: Properties): Promise<pb.ConfigureResponse> {
    return this.call("configure", new pb.ConfigureRequest().setArgs(encode(configuration)));
  }

  async check(type: string, name: string, news: Properties, olds: Properties = {}): Promise<pb.CheckResponse> {
    const request = new pb.CheckRequest().setUrn(urnOf(type, name)).setNews(encode(news)).setOlds(encode(olds));
    return this.call("check", request.setRandomseed(new Uint8Array(32).fill(7)));
  }

  async checked(type: string, name: string, news: Properties, olds: Properties = {}): Promise<Properties> {
    return decode((await this.check(type, name, news, olds)).getInputs());
  }

  async create(
    type: string,
    name: string,
    inputs: Properties,
    preview = false,
  ): Promise<{ id: string; outputs: Properties }> {
    const request = new pb.CreateRequest().setUrn(urnOf(type, name)).setProperties(encode(inputs)).setPreview(preview);
    const response = await this.call<pb.CreateResponse>("create", request);
    return { id: response.getId(), outputs: decode(response.getProperties()) };
  }

  /** Check and Create. */
  async make(type: string, name: string, news: Properties) {
    const inputs = await this.checked(type, name, news);
    return { inputs, ...(await this.create(type, name, inputs)) };
  }

  async diff(
    type: string,
    name: string,
    id: string,
    olds: Properties,
    news: Properties,
    ignored: string[] = [],
  ): Promise<pb.DiffResponse.AsObject> {
    const request = new pb.DiffRequest()
      .setUrn(urnOf(type, name))
      .setId(id)
      .setOldInputs(encode(olds))
      .setOlds(encode(olds));
    return (
      await this.call<pb.DiffResponse>("diff", request.setNews(encode(news)).setIgnorechangesList(ignored))
    ).toObject();
  }

  async update(type: string, name: string, id: string, olds: Properties, news: Properties): Promise<Properties> {
    const request = new pb.UpdateRequest()
      .setUrn(urnOf(type, name))
      .setId(id)
      .setOlds(encode(olds))
      .setOldInputs(encode(olds));
    return decode((await this.call<pb.UpdateResponse>("update", request.setNews(encode(news)))).getProperties());
  }

  async read(type: string, name: string, id: string, inputs: Properties = {}, outputs: Properties = {}) {
    const request = new pb.ReadRequest().setUrn(urnOf(type, name)).setId(id);
    const response = await this.call<pb.ReadResponse>(
      "read",
      request.setInputs(encode(inputs)).setProperties(encode(outputs)),
    );
    return { id: response.getId(), outputs: decode(response.getProperties()), inputs: decode(response.getInputs()) };
  }

  delete(type: string, name: string, id: string, properties: Properties = {}): Promise<unknown> {
    const request = new pb.DeleteRequest().setUrn(urnOf(type, name)).setId(id).setProperties(encode(properties));
    return this.call("delete", request.setOldInputs(encode(properties)));
  }

  async invoke(token: string, args: Properties = {}): Promise<Properties> {
    const request = new pb.InvokeRequest().setTok(`aws:${token}:${token.split("/")[1]}`).setArgs(encode(args));
    return decode((await this.call<pb.InvokeResponse>("invoke", request)).getReturn());
  }

  close(): void {
    this.client.close();
    this.server?.forceShutdown();
  }
}
