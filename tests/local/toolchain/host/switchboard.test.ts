import { strict as assert } from "node:assert";
import { once } from "node:events";
import { connect } from "node:net";
import * as grpc from "@grpc/grpc-js";
import { Switchboard } from "../../../../local/toolchain/host/switchboard";

const same = (bytes: Buffer): Buffer => bytes;
const codec = { requestSerialize: same, requestDeserialize: same, responseSerialize: same, responseDeserialize: same };
const service: grpc.ServiceDefinition = {
  name: { path: "/test.Service/Name", requestStream: false, responseStream: false, ...codec },
};

/** A server that answers with its name, at once or when told to. */
function server(name: string, ready: Promise<void> = Promise.resolve()): grpc.Server {
  const it = new grpc.Server();
  const answer: grpc.handleUnaryCall<Buffer, Buffer> = (_, callback) =>
    void ready.then(() => callback(null, Buffer.from(name)));
  it.addService(service, { name: answer });
  return it;
}

describe("switchboard", () => {
  const ended: (() => void)[] = [];
  afterEach(() => ended.splice(0).forEach((end) => end()));

  const open = async (first: grpc.Server): Promise<[Switchboard, number]> => {
    const switchboard = new Switchboard(first);
    ended.push(() => switchboard.close());
    return [switchboard, await switchboard.listen()];
  };
  const bind = async (it: grpc.Server): Promise<number> => {
    ended.push(() => it.forceShutdown());
    return new Promise((resolve, reject) =>
      it.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (e, port) =>
        e ? reject(e) : resolve(port),
      ),
    );
  };
  const client = (port: number): (() => Promise<string>) => {
    const it = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    ended.push(() => it.close());
    return () =>
      new Promise((resolve, reject) =>
        it.makeUnaryRequest(service.name!.path, same, same, Buffer.alloc(0), (error, answer) =>
          error ? reject(error) : resolve(answer!.toString()),
        ),
      );
  };

  it("lets the first server answer until the port is handed over, to clients that stay connected too", async () => {
    const [switchboard, port] = await open(server("first"));
    const ask = client(port);
    assert.equal(await ask(), "first");
    switchboard.handOver(await bind(server("second")));
    while ((await ask()) === "first");
    assert.deepEqual(await Promise.all([ask(), ask(), client(port)()]), ["second", "second", "second"]);
  });

  it("ends no call that is under way", async () => {
    let release!: () => void;
    const [switchboard, port] = await open(server("first", new Promise((resolve) => (release = resolve))));
    const waiting = client(port)();
    await new Promise((resolve) => setTimeout(resolve, 100));
    switchboard.handOver(await bind(server("second")));
    assert.equal(await client(port)(), "second");
    release();
    assert.equal(await waiting, "first");
  });

  it("hangs up when the successor is gone", async () => {
    const [switchboard, port] = await open(server("first"));
    const second = server("second");
    switchboard.handOver(await bind(second));
    second.forceShutdown();
    const socket = connect(port, "127.0.0.1");
    await once(socket, "close");
  });

  it("leaves nothing open when it closes", async () => {
    const [switchboard, port] = await open(server("first"));
    const ask = client(port);
    await ask();
    switchboard.close();
    await assert.rejects(ask(), { code: grpc.status.UNAVAILABLE });
  });
});
