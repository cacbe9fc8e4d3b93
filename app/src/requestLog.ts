import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Level, Log } from "./log";
import { isProbe } from "./routes";

/** The caller's id if it is harmless, else the load balancer's trace id, else a new one. */
export function requestId({ headers }: IncomingMessage): string {
  for (const candidate of [headers["x-request-id"], headers["x-amzn-trace-id"]]) {
    if (typeof candidate === "string" && /^[\w.:;=-]{1,128}$/.test(candidate)) {
      return candidate;
    }
  }
  return randomUUID();
}

/** The path alone: query strings carry tokens. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split(/[?#]/, 1)[0] ?? "/";
}

/** Writes one line when the exchange is over, however it ended. */
export function logWhenDone(log: Log, id: string, request: IncomingMessage, response: ServerResponse): void {
  const started = process.hrtime.bigint();
  const path = pathOf(request);
  response.once("close", () => {
    const aborted = !response.writableFinished;
    // 499, as nginx writes it: the caller left before there was an answer, and 200 would be a lie.
    const status = aborted && !response.headersSent && response.statusCode === 200 ? 499 : response.statusCode;
    log(levelOf(path, status), "request", {
      requestId: id,
      method: request.method ?? "",
      path: path.slice(0, 256),
      status,
      durationMs: Number((process.hrtime.bigint() - started) / 1_000n) / 1_000,
      aborted: aborted || undefined,
    });
  });
}

/** Probes come every few seconds from every zone: silent while all is well, and never an error, which alarms count. */
function levelOf(path: string, status: number): Level {
  if (isProbe(path)) {
    return status < 400 ? "debug" : "warn";
  }
  if (status >= 500) {
    return "error";
  }
  return status >= 400 ? "warn" : "info";
}
