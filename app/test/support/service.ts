import { once } from "node:events";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { createLog } from "../../src/log";
import { createService, defaultLimits } from "../../src/server";
import type { Limits, Service } from "../../src/server";

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly [field: string]: unknown;
}

export interface RunningService extends Service {
  readonly port: number;
  readonly url: string;
  readonly lines: readonly string[];
  /** The log, parsed; a line that is not JSON fails the test that reads it. */
  log(): LogLine[];
  stop(): Promise<void>;
}

/** The real server on a free port, its log kept in memory. */
export async function startService(limits: Partial<Limits> = {}): Promise<RunningService> {
  const lines: string[] = [];
  const log = createLog("debug", (line) => void lines.push(line));
  const identity = { version: "1.2.3", commit: "abc1234", digest: undefined };
  const service = createService(identity, log, { ...defaultLimits, ...limits });
  service.server.listen(0, "127.0.0.1");
  await once(service.server, "listening");
  const { port } = service.server.address() as AddressInfo;
  return {
    ...service,
    port,
    url: `http://127.0.0.1:${port}`,
    lines,
    log: () => lines.map((line) => JSON.parse(line) as LogLine),
    stop: async () => {
      const closed = new Promise((resolve) => service.server.close(resolve));
      service.server.closeAllConnections();
      await closed;
    },
  };
}

/** Sends the parts as they are over one connection, and returns all that comes back until the server closes it. */
export async function exchange(port: number, ...parts: string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let received = "";
  socket.setEncoding("latin1").on("data", (text: string) => (received += text));
  for (const part of parts) {
    socket.write(part);
  }
  await once(socket, "close");
  return received;
}

/** Waits for something that another connection causes; the test's own time-out ends a wait in vain. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
