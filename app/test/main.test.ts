import { strict as assert } from "node:assert";
import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { startProcess } from "./support/process";
import type { RunningProcess } from "./support/process";
import { until } from "./support/service";

describe("the process", function () {
  this.timeout(30_000);
  const running: RunningProcess[] = [];
  const start = (env: Record<string, string>) => {
    const started = startProcess(env);
    running.push(started);
    return started;
  };
  afterEach(() => running.splice(0).forEach(({ child }) => child.kill("SIGKILL")));

  const slowRequest = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab";
  const portOf = async (service: RunningProcess) => Number((await service.line("listening")).port);

  it("on SIGTERM is not ready but serves, completes what is in flight, and exits with 0 before the deadline", async () => {
    const service = start({ PORT: "0", DRAIN_MS: "400", SHUTDOWN_DEADLINE_MS: "8000" });
    const port = await portOf(service);
    const unused = connect(port, "127.0.0.1");
    const inFlight = connect(port, "127.0.0.1");
    let answer = "";
    inFlight.setEncoding("latin1").on("data", (text: string) => (answer += text));
    inFlight.write(slowRequest);
    await once(unused, "connect");
    await fetch(`http://127.0.0.1:${port}/version`).then((response) => response.text());

    const asked = Date.now();
    service.child.kill("SIGTERM");
    await service.line("draining");
    assert.equal((await fetch(`http://127.0.0.1:${port}/readyz`)).status, 503);
    assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200);

    await once(unused, "close");
    await assert.rejects(fetch(`http://127.0.0.1:${port}/`), "accepts nothing new after the drain");
    assert.ok(Date.now() - asked >= 400, "accepts requests for the whole drain time");
    assert.equal(answer, "", "the request is still in flight");
    inFlight.write("cde");

    assert.deepEqual(await service.exit, { code: 0, signal: null });
    assert.ok(Date.now() - asked < 8_000);
    assert.match(answer, /^HTTP\/1\.1 405 /);
    assert.match(answer, /\r\nconnection: close\r\n/i);
    assert.equal(service.log().at(-1)?.requestsCut, 0);
    assert.ok(service.log().every(({ level, message }) => level !== "error" && message.length > 0));
  });

  it("cuts off what is in flight at the deadline, says so and exits with 1", async () => {
    const service = start({ PORT: "0", DRAIN_MS: "0", SHUTDOWN_DEADLINE_MS: "300" });
    const inFlight = connect(await portOf(service), "127.0.0.1");
    inFlight.on("error", () => undefined).write(slowRequest);
    await once(inFlight, "connect");
    await new Promise((resolve) => setTimeout(resolve, 100));
    service.child.kill("SIGTERM");
    assert.deepEqual(await service.exit, { code: 1, signal: null });
    const stopped = service.log().find(({ message }) => message === "stopped");
    assert.deepEqual({ level: stopped?.level, requestsCut: stopped?.requestsCut }, { level: "error", requestsCut: 1 });
  });

  it("stops at once on Ctrl-C", async () => {
    const service = start({ PORT: "0", DRAIN_MS: "20000", SHUTDOWN_DEADLINE_MS: "25000" });
    await portOf(service);
    service.child.kill("SIGINT");
    assert.equal((await service.line("draining")).drainMs, 0);
    assert.deepEqual(await service.exit, { code: 0, signal: null });
  });

  it("stops once when it is told twice", async () => {
    const service = start({ PORT: "0", DRAIN_MS: "300" });
    await portOf(service);
    service.child.kill("SIGTERM");
    await service.line("draining");
    service.child.kill("SIGTERM");
    assert.deepEqual(await service.exit, { code: 0, signal: null });
    assert.deepEqual(
      service.log().map(({ message }) => message),
      ["listening", "draining", "stopped"],
    );
  });

  it("takes commit, version and digest from the environment", async () => {
    const digest = `sha256:${"b".repeat(64)}`;
    const service = start({ PORT: "0", GIT_COMMIT: "f00", SERVICE_VERSION: "2.0.0", IMAGE_DIGEST: digest });
    const response = await fetch(`http://127.0.0.1:${await portOf(service)}/version`);
    assert.deepEqual(await response.json(), { version: "2.0.0", commit: "f00", digest });
  });

  it("asks ECS for the digest that the environment does not name", async () => {
    const digest = `sha256:${"c".repeat(64)}`;
    const metadata = createServer((_, response) => response.end(JSON.stringify({ Image: `r/app@${digest}` })));
    metadata.listen(0, "127.0.0.1");
    await once(metadata, "listening");
    const uri = `http://127.0.0.1:${(metadata.address() as AddressInfo).port}`;
    const url = `http://127.0.0.1:${await portOf(start({ PORT: "0", ECS_CONTAINER_METADATA_URI_V4: uri }))}/version`;
    let shown = "";
    while (shown !== digest) {
      shown = ((await (await fetch(url)).json()) as { digest: string }).digest;
    }
    metadata.close();
    metadata.closeAllConnections();
  });

  it("exits with 1 and one clear line when PORT is no port", async () => {
    const service = start({ PORT: "http" });
    assert.deepEqual(await service.exit, { code: 1, signal: null });
    assert.equal(service.lines.length, 1);
    const [{ level, message }] = service.log() as [{ level: string; message: string }];
    assert.equal(level, "error");
    assert.match(message, /^PORT is "http": expected a whole number from 0 to 65535 .* Set PORT=8080 or unset it/);
  });

  it("exits with 1 and names the way out when the port is taken", async () => {
    const first = start({ PORT: "0" });
    const port = await portOf(first);
    const second = start({ PORT: String(port) });
    assert.deepEqual(await second.exit, { code: 1, signal: null });
    assert.match(
      second.log()[0]?.message ?? "",
      new RegExp(`^PORT ${port} is already in use\\. Set PORT to a free port`),
    );
    await until(() => first.child.exitCode === null);
  });
});
