import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import * as path from "node:path";
import { removeDeadLocks } from "../../local/deadLocks";

describe("locks of killed runs", () => {
  let sandbox: string;
  let folder: string;
  beforeEach(() => {
    sandbox = mkdtempSync(path.join(tmpdir(), "container-delivery-locks-"));
    folder = path.join(sandbox, "state", ".pulumi", "locks", "organization", "p", "dev");
    mkdirSync(folder, { recursive: true });
  });
  afterEach(() => rmSync(sandbox, { recursive: true, force: true }));

  it("go when their process has ended, and stay when it runs or is not of this machine", () => {
    const ended = spawnSync("true").pid;
    const lock = (name: string, content: unknown): void =>
      writeFileSync(path.join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
    lock("dead.json", { pid: ended, hostname: hostname() });
    lock("alive.json", { pid: process.pid, hostname: hostname() });
    lock("elsewhere.json", { pid: ended, hostname: `${hostname()}-other` });
    lock("unfinished.json", "{");
    removeDeadLocks(sandbox);
    assert.deepEqual(readdirSync(folder).sort(), ["alive.json", "elsewhere.json", "unfinished.json"]);
  });

  it("are none in a new sandbox", () => {
    rmSync(path.join(sandbox, "state"), { recursive: true });
    removeDeadLocks(sandbox);
    assert.deepEqual(readdirSync(sandbox), []);
  });
});
