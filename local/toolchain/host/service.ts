import * as grpc from "@grpc/grpc-js";
import type { ILanguageRuntimeServer } from "@pulumi/pulumi/proto/language_grpc_pb";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import { LanguageHandshakeResponse, RuntimeOptionsResponse, TemplateResponse } from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { about } from "./about";
import { endAllChildren } from "../children";
import { installDependencies, programDependencies } from "./dependencies";
import { requiredPackages } from "./packages";
import { runPlugin } from "./plugin";
import { runProgram } from "./program";

export interface HostState {
  engineAddress: string;
  readonly version: string;
}

/** The calls of the language protocol that running programs, packs and plugins takes. The others are code 12. */
export function languageService(state: HostState): grpc.UntypedServiceImplementation {
  const service: Partial<ILanguageRuntimeServer> = {
    handshake: unary((request) => {
      state.engineAddress = request.getEngineAddress();
      return new LanguageHandshakeResponse();
    }),
    getPluginInfo: unary(() => {
      const info = new PluginInfo();
      info.setVersion(state.version);
      return info;
    }),
    getRequiredPackages: unary((request) => requiredPackages(request.getInfo()!.getProgramDirectory())),
    getProgramDependencies: unary(programDependencies),
    about: unary(about),
    runtimeOptionsPrompts: unary(() => new RuntimeOptionsResponse()),
    template: unary(() => new TemplateResponse()),
    installDependencies: streaming(installDependencies),
    run: unary((request) => runProgram(request, state.engineAddress)),
    runPlugin: streaming(runPlugin),
    // The answer is as empty as the request.
    cancel: unary(async (empty) => {
      await endAllChildren();
      return empty;
    }),
  };
  const unknown = Object.keys(LanguageRuntimeService).filter((name) => !(name in service));
  return {
    ...(service as grpc.UntypedServiceImplementation),
    ...Object.fromEntries(unknown.map((name) => [name, unimplemented(name)])),
  };
}

function unary<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): grpc.handleUnaryCall<Request, Response> {
  return (call, callback) => {
    Promise.resolve(call.request)
      .then(answer)
      .then((response) => callback(null, response))
      .catch((error: Error) => callback({ code: grpc.status.UNKNOWN, details: error.message }));
  };
}

function streaming<Request, Response>(
  serve: (call: grpc.ServerWritableStream<Request, Response>) => Promise<void>,
): grpc.handleServerStreamingCall<Request, Response> {
  return (call) => {
    serve(call)
      .then(() => call.end())
      // Destroying the call would leave the engine without an answer.
      .catch((error: Error) => call.emit("error", { code: grpc.status.UNKNOWN, details: error.message }));
  };
}

/** Code generation and packing belong to Pulumi's own host. */
function unimplemented(name: string): grpc.UntypedHandleCall {
  const without = name === "generateProgram" ? " pulumi import goes without code: add --generate-code=false." : "";
  const details = `${name} is not part of this language host: install the Pulumi CLI, which brings its own.${without}`;
  const handler: grpc.handleUnaryCall<unknown, unknown> = (_, callback) =>
    callback({ code: grpc.status.UNIMPLEMENTED, details });
  return handler;
}
