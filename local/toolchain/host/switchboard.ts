import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import * as grpc from "@grpc/grpc-js";

/** How long calls that are under way when the port is handed over may take. A pack may judge a large stack in one. */
const drainMilliseconds = 10 * 60 * 1000;

/**
 * A port whose connections a server answers until another port takes over. From then on bytes pass through, and
 * neither side's messages are touched: half the processor time of receiving every call and making it again. Clients
 * that are connected by then are told to connect anew, as gRPC provides for (GOAWAY).
 */
export class Switchboard {
  readonly #first: grpc.Server;
  readonly #injector: ReturnType<grpc.Server["createConnectionInjector"]>;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer({ noDelay: true }, (socket) => this.#accept(socket));
  #successor: number | undefined;

  public constructor(first: grpc.Server) {
    this.#first = first;
    this.#injector = first.createConnectionInjector(grpc.ServerCredentials.createInsecure());
  }

  public listen(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(0, "127.0.0.1", () => resolve((this.#server.address() as AddressInfo).port));
    });
  }

  /** Lets another port on this machine answer from now on. */
  public handOver(port: number): void {
    this.#successor = port;
    this.#injector.drain(drainMilliseconds);
  }

  public close(): void {
    this.#server.close();
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    this.#first.forceShutdown();
  }

  #accept(socket: Socket): void {
    if (this.#successor === undefined) {
      this.#injector.injectConnection(this.#keep(socket));
      return;
    }
    const onward = connect({ port: this.#successor, host: "127.0.0.1", noDelay: true });
    for (const [from, to] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      this.#keep(from).pipe(to);
      // Neither side may wait for one that is gone.
      from.on("error", () => to.destroy()).once("close", () => to.destroy());
    }
  }

  #keep(socket: Socket): Socket {
    this.#sockets.add(socket);
    return socket.once("close", () => this.#sockets.delete(socket));
  }
}
