import { strict as assert } from "node:assert";
import { connect } from "node:net";
import { createLog } from "../src/log";
import { startService, until } from "./support/service";
import type { LogLine, RunningService } from "./support/service";

describe("the request log", () => {
  let service: RunningService;
  beforeEach(async () => (service = await startService()));
  afterEach(() => service.stop());

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(service.url + path, { headers });
    await response.arrayBuffer();
    await until(() => service.lines.length > 0);
    return response;
  };

  it("writes one JSON line per request with exactly the documented fields", async () => {
    await get("/version");
    assert.equal(service.lines.length, 1);
    assert.match(service.lines[0] ?? "", /^\{[^\n]*\}\n$/);
    const { time, requestId, durationMs, ...rest } = service.log()[0] as LogLine;
    assert.deepEqual(rest, { level: "info", message: "request", method: "GET", path: "/version", status: 200 });
    assert.ok(!Number.isNaN(Date.parse(String(time))));
    assert.match(String(requestId), /^[0-9a-f-]{36}$/);
    assert.ok(typeof durationMs === "number" && durationMs >= 0 && durationMs < 10_000);
  });

  it("contains no query, header or body", async () => {
    const headers = { authorization: "Bearer s3cret", cookie: "session=s3cret" };
    await fetch(`${service.url}/?token=s3cret`, { method: "POST", headers, body: "password=s3cret" });
    await until(() => service.lines.length > 0);
    assert.ok(!service.lines.join("").includes("s3cret"));
    assert.equal(service.log()[0]?.path, "/");
  });

  for (const { name, headers, expected } of [
    { name: "the caller's request id", headers: { "x-request-id": "call-42" }, expected: /^call-42$/ },
    {
      name: "the load balancer's trace id",
      headers: { "x-amzn-trace-id": "Root=1-67-ab" },
      expected: /^Root=1-67-ab$/,
    },
    { name: "a new id instead of a doubtful one", headers: { "x-request-id": 'a"} {"b' }, expected: /^[0-9a-f-]{36}$/ },
    {
      name: "a new id instead of a long one",
      headers: { "x-request-id": "a".repeat(129) },
      expected: /^[0-9a-f-]{36}$/,
    },
  ]) {
    it(`uses ${name} in the log and in the response`, async () => {
      const response = await get("/", headers);
      assert.match(response.headers.get("x-request-id") ?? "", expected);
      assert.equal(service.log()[0]?.requestId, response.headers.get("x-request-id"));
    });
  }

  it("shortens a long path", async () => {
    await get(`/${"a".repeat(4_000)}`);
    assert.equal(String(service.log()[0]?.path).length, 256);
  });

  for (const { path, draining, level } of [
    { path: "/", draining: false, level: "info" },
    { path: "/nothing", draining: false, level: "warn" },
    { path: "/healthz", draining: false, level: "debug" },
    { path: "/readyz", draining: false, level: "debug" },
    { path: "/readyz", draining: true, level: "warn" },
  ]) {
    it(`logs ${path} at level ${level}${draining ? " while draining" : ""}`, async () => {
      service.state.draining = draining;
      await get(path);
      assert.equal(service.log()[0]?.level, level);
    });
  }

  it("logs a caller who left before the answer as 499", async () => {
    const socket = connect(service.port, "127.0.0.1");
    socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab");
    await until(() => service.connections.requestsInFlight === 1);
    socket.destroy();
    await until(() => service.lines.length > 0);
    const { status, aborted, level } = service.log()[0] as LogLine;
    assert.deepEqual({ status, aborted, level }, { status: 499, aborted: true, level: "warn" });
  });
});

describe("the log", () => {
  it("leaves out what is below its level", () => {
    const lines: string[] = [];
    const log = createLog("warn", (line) => void lines.push(line));
    log("debug", "a");
    log("info", "b");
    log("warn", "c");
    log("error", "d\ne");
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as { message: string }).message),
      ["c", "d\ne"],
    );
    assert.ok(lines.every((line) => line.indexOf("\n") === line.length - 1));
  });
});
