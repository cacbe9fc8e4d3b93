import { strict as assert } from "node:assert";
import { defaultLimits } from "../src/server";
import { exchange, startService, until } from "./support/service";
import type { LogLine, RunningService } from "./support/service";

const albIdleTimeoutMs = 60_000;

describe("the limits", () => {
  let service: RunningService;
  afterEach(() => service.stop());

  it("keep connections open for longer than the load balancer does", async () => {
    service = await startService();
    assert.ok(service.server.keepAliveTimeout > albIdleTimeoutMs);
    assert.ok(service.server.headersTimeout < service.server.requestTimeout);
    assert.equal(service.server.requestTimeout, defaultLimits.requestMs);
  });

  it("end a connection whose headers do not arrive with 408", async () => {
    service = await startService({ headersMs: 100, requestMs: 100 });
    const answer = await exchange(service.port, "GET / HTTP/1.1\r\nHost: a\r\n");
    assert.match(answer, /^HTTP\/1\.1 408 Request Timeout\r\nConnection: close\r\n/);
    const { level, message, status } = service.log()[0] as LogLine;
    assert.deepEqual({ level, message, status }, { level: "warn", message: "request refused", status: 408 });
  });

  it("end a request whose body does not arrive with 408, in one log line", async () => {
    service = await startService({ headersMs: 100, requestMs: 150 });
    const answer = await exchange(service.port, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
    assert.match(answer, /^HTTP\/1\.1 408 /);
    await until(() => service.lines.length > 0);
    assert.deepEqual(
      service.log().map(({ message, status, aborted }) => ({ message, status, aborted })),
      [{ message: "request", status: 408, aborted: true }],
    );
  });

  it("end an idle kept-alive connection", async () => {
    service = await startService({ keepAliveMs: 100 });
    const answer = await exchange(service.port, "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    assert.match(answer, /^HTTP\/1\.1 200 OK\r\n/);
    assert.match(answer, /\r\nConnection: keep-alive\r\n/i);
  });

  it("refuse a body that says it is too large without waiting for it", async () => {
    service = await startService({ bodyBytes: 10 });
    const answer = await exchange(service.port, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n");
    assert.match(answer, /^HTTP\/1\.1 413 /);
    assert.match(answer, /\r\nconnection: close\r\n/i);
  });

  it("refuse a chunked body as soon as it is too large", async () => {
    service = await startService({ bodyBytes: 10 });
    const head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    assert.match(await exchange(service.port, head, "6\r\nabcdef\r\n", "6\r\nabcdef\r\n"), /^HTTP\/1\.1 413 /);
  });

  it("accept a body of exactly the limit", async () => {
    service = await startService({ bodyBytes: 10 });
    const request = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 10\r\n\r\n0123456789";
    assert.match(await exchange(service.port, request), /^HTTP\/1\.1 200 /);
  });

  it("refuse headers that are too large with 431", async () => {
    service = await startService({ headerBytes: 1_024 });
    const answer = await exchange(service.port, `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${"a".repeat(2_000)}\r\n\r\n`);
    assert.match(answer, /^HTTP\/1\.1 431 /);
    assert.equal(service.log()[0]?.code, "HPE_HEADER_OVERFLOW");
  });

  for (const [name, bytes] of [
    ["what is not HTTP", "\x16\x03\x01\x02\x00\x01\r\n\r\n"],
    [
      "a request with two lengths",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
  ] as const) {
    it(`refuse ${name} with 400 and go on serving`, async () => {
      service = await startService();
      assert.match(await exchange(service.port, bytes), /^HTTP\/1\.1 400 Bad Request\r\n/);
      assert.equal((await fetch(`${service.url}/healthz`)).status, 200);
    });
  }
});
