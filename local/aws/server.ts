import * as grpc from "@grpc/grpc-js";
import * as empty from "google-protobuf/google/protobuf/empty_pb";
import * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Calls } from "./calls";
import type { Operation } from "./faultFile";
import type { Faults } from "./faults";
import { withFault } from "./injection";
import { packageSchema } from "./packageSchema";
import type { Session } from "./session";

type Handler<Request, Response> = (request: Request) => Response | Promise<Response>;

/** The provider protocol on gRPC. Calls that the engine never makes of a plain provider answer `Unimplemented`. */
export function createServer(session: Session): grpc.Server {
  const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  const calls = new Calls(session);
  const { faults } = session;
  server.addService(ResourceProviderService, {
    handshake: unary(() => accepting(new pb.ProviderHandshakeResponse())),
    attach: unary(() => new empty.Empty()),
    getPluginInfo: unary(() => new plugin.PluginInfo().setVersion(session.version)),
    checkConfig: unary((request: pb.CheckRequest) => calls.checkConfig(request)),
    diffConfig: unary((request: pb.DiffRequest) => calls.diffConfig(request)),
    configure: unary((request: pb.ConfigureRequest) => {
      calls.configure(request);
      return accepting(new pb.ConfigureResponse()).setSupportspreview(true);
    }),
    check: faulty(faults, "check", (request: pb.CheckRequest) => calls.check(request)),
    diff: unary((request: pb.DiffRequest) => calls.diff(request)),
    create: faulty(faults, "create", (request: pb.CreateRequest) => calls.create(request)),
    read: faulty(faults, "read", (request: pb.ReadRequest) => calls.read(request)),
    update: faulty(faults, "update", (request: pb.UpdateRequest) => calls.update(request)),
    delete: faulty(faults, "delete", (request: pb.DeleteRequest) => {
      calls.delete(request);
      return new empty.Empty();
    }),
    invoke: unary(async (request: pb.InvokeRequest) => {
      await withFault(faults.next("invoke", request.getTok(), request.getTok()), () => undefined, request.getTok());
      return calls.invoke(request);
    }),
    cancel: unary(() => {
      // Answered first, on a busy machine too: the engine waits for it before it lets go of the process.
      setTimeout(() => process.exit(0), 250).unref();
      return new empty.Empty();
    }),
    getSchema: unary(() => {
      const schema = packageSchema(session.schemas, session.version);
      return new pb.GetSchemaResponse().setSchema(JSON.stringify(schema));
    }),
    parameterize: unimplemented,
    call: unimplemented,
    construct: unimplemented,
    getMapping: unimplemented,
    getMappings: unimplemented,
    list: unimplementedStream,
  });
  return server;
}

interface Accepting<T> {
  setAcceptoutputs?: unknown;
  setSupportsAutonamingConfiguration(value: boolean): T;
}

function accepting<T extends pb.ProviderHandshakeResponse | pb.ConfigureResponse>(response: T & Accepting<T>): T {
  if (response instanceof pb.ProviderHandshakeResponse) {
    response.setAcceptSecrets(true).setAcceptResources(true).setAcceptOutputs(true);
  } else {
    response.setAcceptsecrets(true).setAcceptresources(true).setAcceptoutputs(true);
  }
  response.setSupportsAutonamingConfiguration(true);
  return response;
}

interface Named {
  getUrn(): string;
  getPreview?(): boolean;
}

/** Faults are for what reaches AWS: a previewed creation or update does not. */
function faulty<Request extends Named, Response>(
  faults: Faults,
  operation: Operation,
  handler: Handler<Request, Response>,
) {
  return unary(async (request: Request) => {
    const urn = request.getUrn();
    const action = request.getPreview?.() === true ? undefined : faults.next(operation, typeOf(urn), urn);
    return withFault(action, () => handler(request), urn);
  });
}

/** `urn:pulumi:dev::project::parent$aws:s3/bucket:Bucket::name` */
export function typeOf(urn: string): string {
  const chain = urn.split("::")[2] ?? "";
  return chain.slice(chain.lastIndexOf("$") + 1);
}

function unary<Request, Response>(handler: Handler<Request, Response>): grpc.handleUnaryCall<Request, Response> {
  return (call, callback) => {
    Promise.resolve()
      .then(() => handler(call.request))
      .then((response) => callback(null, response))
      .catch((error: Error) => callback({ code: grpc.status.UNKNOWN, message: error.message }));
  };
}

const unimplemented = (_call: unknown, callback: grpc.sendUnaryData<never>): void =>
  callback({ code: grpc.status.UNIMPLEMENTED, message: "The stand-in does not implement this call." });

const unimplementedStream = (call: grpc.ServerWritableStream<unknown, unknown>): void => {
  call.emit("error", { code: grpc.status.UNIMPLEMENTED, message: "The stand-in does not implement this call." });
};
