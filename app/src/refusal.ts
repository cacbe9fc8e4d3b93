import type { Socket } from "node:net";
import type { Connections } from "./connections";
import type { Log } from "./log";

const refusals: Readonly<Record<string, readonly [status: number, reason: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout"],
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large"],
};

/** The caller has left in the middle of its request: there is nobody to answer. */
const goneCodes: ReadonlySet<string> = new Set(["ECONNRESET", "HPE_INVALID_EOF_STATE"]);

/** Requests that never reach a route: unreadable, too slow, or with too many headers. */
export function refuse(error: NodeJS.ErrnoException, socket: Socket, connections: Connections, log: Log): void {
  const [status, reason] = refusals[error.code ?? ""] ?? [400, "Bad Request"];
  const response = connections.current(socket);
  if (!socket.writable || goneCodes.has(error.code ?? "") || response?.headersSent) {
    socket.destroy();
    return;
  }
  if (response === undefined) {
    log("warn", "request refused", { status, code: error.code });
  } else {
    response.statusCode = status; // its own line is written when the connection closes
  }
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
