import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { withLock } from "../../../local/toolchain/lock";

describe("build lock", () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), "container-delivery-lock-"))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("lets one run work at a time and tells the other once that it waits", async () => {
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} starts`);
      await sleep(60);
      events.push(`${name} ends`);
    };
    const options = (name: string) => ({ onWait: () => events.push(`${name} waits`), pollMilliseconds: 10 });
    await Promise.all([
      withLock(folder, work("first"), options("first")),
      sleep(20).then(() => withLock(folder, work("second"), options("second"))),
    ]);
    assert.deepEqual(events, ["first starts", "second waits", "first ends", "second starts", "second ends"]);
  });

  it("is released when the work fails", async () => {
    const fail = withLock(folder, () => Promise.reject(new Error("compiler")), { onWait: () => assert.fail("waited") });
    await assert.rejects(fail, /compiler/);
    assert.equal(await withLock(folder, async () => "again", { onWait: () => assert.fail("waited") }), "again");
  });

  it("is taken over from a holder that was killed", async () => {
    const holder = spawn(
      process.execPath,
      [
        "-e",
        `require("proper-lockfile").lock(${JSON.stringify(folder)}, { stale: 2000, update: 1000 }).then(() => console.log("held")); setInterval(() => {}, 1000)`,
      ],
      { cwd: __dirname },
    );
    await new Promise((resolve) => holder.stdout.once("data", resolve));
    holder.kill("SIGKILL");
    let waited = false;
    const result = await withLock(folder, async () => "mine", {
      onWait: () => (waited = true),
      pollMilliseconds: 50,
      staleMilliseconds: 2000,
    });
    assert.equal(result, "mine");
    assert.equal(waited, true);
  });
});
