import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/**
 * Which connections have a request in flight. Node's own `closeIdleConnections` leaves connections open that were
 * opened and never used, and after `close` nothing times them out: one such connection would hold up every stop.
 */
export class Connections {
  readonly #inFlight = new Map<Socket, Set<ServerResponse>>();

  constructor(server: Server) {
    server.on("connection", (socket: Socket) => {
      this.#inFlight.set(socket, new Set());
      socket.once("close", () => this.#inFlight.delete(socket));
    });
  }

  begin(socket: Socket, response: ServerResponse): void {
    this.#inFlight.get(socket)?.add(response);
  }

  end(socket: Socket, response: ServerResponse): void {
    this.#inFlight.get(socket)?.delete(response);
  }

  /** The oldest request in flight: the one whose answer is due on this connection. */
  current(socket: Socket): ServerResponse | undefined {
    return this.#inFlight.get(socket)?.values().next().value;
  }

  get requestsInFlight(): number {
    return [...this.#inFlight.values()].reduce((sum, responses) => sum + responses.size, 0);
  }

  closeIdle(): void {
    for (const [socket, responses] of this.#inFlight) {
      if (responses.size === 0) {
        socket.destroySoon();
      }
    }
  }
}
