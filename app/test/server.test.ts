import { strict as assert } from "node:assert";
import { exchange, startService, until } from "./support/service";
import type { RunningService } from "./support/service";

describe("the service", () => {
  let service: RunningService;
  beforeEach(async () => (service = await startService()));
  afterEach(() => service.stop());

  for (const { path, body } of [
    { path: "/", body: { message: "Delivered." } },
    { path: "/healthz", body: { status: "ok" } },
    { path: "/readyz", body: { status: "ready" } },
    { path: "/version", body: { version: "1.2.3", commit: "abc1234", digest: "unknown" } },
  ]) {
    it(`answers GET ${path} with JSON`, async () => {
      const response = await fetch(service.url + path);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get("content-type"), "application/json; charset=utf-8");
      assert.equal(response.headers.get("cache-control"), "no-store");
      assert.deepEqual(await response.json(), body);
    });

    it(`answers HEAD ${path} with GET's headers and no body`, async () => {
      const length = (await (await fetch(service.url + path)).arrayBuffer()).byteLength;
      const answer = await exchange(service.port, `HEAD ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
      const [head = "", rest] = answer.split("\r\n\r\n");
      assert.match(head, /^HTTP\/1\.1 200 OK\r\n/);
      assert.match(head, new RegExp(`\r\ncontent-length: ${length}(\r\n|$)`));
      assert.equal(rest, "");
    });

    it(`refuses POST ${path} and names the methods it allows`, async () => {
      const response = await fetch(service.url + path, { method: "POST", body: "a=b" });
      assert.equal(response.status, 405);
      assert.equal(response.headers.get("allow"), "GET, HEAD");
    });
  }

  it("ignores the query when it looks for a route", async () => {
    assert.equal((await fetch(`${service.url}/healthz?from=alb`)).status, 200);
  });

  for (const path of ["/nothing", "/healthz/", "//", "/__proto__", "/%2e%2e/etc/passwd"]) {
    it(`answers ${path} with 404`, async () => {
      const response = await fetch(service.url + path);
      assert.equal(response.status, 404);
      assert.deepEqual(await response.json(), { error: "not found" });
    });
  }

  it("shows a digest that is found after the start", async () => {
    service.state.digest = `sha256:${"a".repeat(64)}`;
    const body = (await (await fetch(`${service.url}/version`)).json()) as { digest: string };
    assert.equal(body.digest, `sha256:${"a".repeat(64)}`);
  });

  it("is alive but not ready while draining, and asks callers to leave", async () => {
    service.state.draining = true;
    const ready = await fetch(`${service.url}/readyz`);
    assert.equal(ready.status, 503);
    assert.equal(ready.headers.get("connection"), "close");
    assert.deepEqual(await ready.json(), { status: "draining" });
    assert.equal((await fetch(`${service.url}/healthz`)).status, 200);
    assert.equal((await fetch(service.url)).status, 200);
  });

  it("counts a request as in flight only until it is answered, on a connection that stays open", async () => {
    await (await fetch(service.url)).arrayBuffer();
    await until(() => service.lines.length === 1);
    assert.equal(service.connections.requestsInFlight, 0);
    const open = await new Promise((resolve) => service.server.getConnections((_, count) => resolve(count)));
    assert.equal(open, 1);
  });

  it("answers two requests sent at once on one connection in their order", async () => {
    const answer = await exchange(
      service.port,
      "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    );
    assert.deepEqual(answer.match(/HTTP\/1\.1 \d+/g), ["HTTP/1.1 200", "HTTP/1.1 404"]);
    await until(() => service.lines.length === 2);
    assert.equal(service.connections.requestsInFlight, 0);
  });
});
