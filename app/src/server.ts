import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { Connections } from "./connections";
import type { Log } from "./log";
import { refuse } from "./refusal";
import { discardBody } from "./requestBody";
import { logWhenDone, pathOf, requestId } from "./requestLog";
import { answer } from "./routes";
import type { Reply, ServiceState } from "./routes";

export interface Limits {
  readonly keepAliveMs: number;
  readonly headersMs: number;
  readonly requestMs: number;
  readonly bodyBytes: number;
  readonly headerBytes: number;
}

export const defaultLimits: Limits = {
  keepAliveMs: 65_000,
  headersMs: 10_000,
  requestMs: 20_000,
  bodyBytes: 64 * 1024,
  headerBytes: 16 * 1024,
};

export interface Service {
  readonly server: Server;
  readonly state: ServiceState;
  readonly connections: Connections;
}

export function createService(
  identity: Pick<ServiceState, "version" | "commit" | "digest">,
  log: Log,
  limits: Limits = defaultLimits,
): Service {
  const state: ServiceState = { ...identity, draining: false };
  const server = createServer({
    keepAliveTimeout: limits.keepAliveMs,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    maxHeaderSize: limits.headerBytes,
    // Node looks for overdue requests at this interval only; its default of 30 s would be longer than the limits.
    connectionsCheckingInterval: Math.min(1_000, limits.headersMs, limits.requestMs),
  });
  const connections = new Connections(server);

  server.on("request", (request, response) => {
    const id = requestId(request);
    const { socket } = request;
    connections.begin(socket, response);
    response.once("close", () => {
      connections.end(socket, response);
      if (!server.listening) {
        // The server is closing: nothing else would end a connection whose answer was kept alive.
        connections.closeIdle();
      }
    });
    logWhenDone(log, id, request, response);
    handle(request, response, state, limits, id).catch((error: unknown) => {
      log("error", "handler failed", { requestId: id, error: error instanceof Error ? error.stack : String(error) });
      send(response, { status: 500, body: { error: "internal error" } }, state, id);
    });
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => refuse(error, socket, connections, log));
  return { server, state, connections };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  state: ServiceState,
  limits: Limits,
  id: string,
): Promise<void> {
  const outcome = await discardBody(request, limits.bodyBytes);
  if (outcome === "read") {
    send(response, answer(request.method ?? "", pathOf(request), state), state, id);
  } else if (outcome === "too large") {
    const error = `body over ${limits.bodyBytes} bytes`;
    send(response, { status: 413, body: { error }, headers: { connection: "close" } }, state, id);
  }
}

function send(response: ServerResponse, reply: Reply, state: ServiceState, id: string): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const body = Buffer.from(`${JSON.stringify(reply.body)}\n`);
  response.writeHead(reply.status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": body.length,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-request-id": id,
    ...(state.draining ? { connection: "close" } : {}),
    ...reply.headers,
  });
  response.end(body);
}
