import { strict as assert } from "node:assert";
import { setTimeout as sleep } from "node:timers/promises";
import { formatDuration, startProgress } from "../../../local/toolchain/progress";

const options = { what: "CLI", unit: "packages", typical: "5 minutes" };

describe("build progress", () => {
  for (const [milliseconds, text] of [
    [0, "0.0 s"],
    [1234, "1.2 s"],
    [9949, "9.9 s"],
    [9950, "10 s"],
    [59_400, "59 s"],
    [185_000, "3 min 5 s"],
  ] as const) {
    it(`shows ${milliseconds} ms as ${text}`, () => assert.equal(formatDuration(milliseconds), text));
  }

  it("prints lines with what, count, elapsed and typical time where there is no terminal", async () => {
    const written: string[] = [];
    let now = 0;
    const output = { write: (text: string) => written.push(text) };
    const progress = await startProgress({ ...options, everyMilliseconds: 5, now: () => now }, output);
    progress.phase("downloading modules");
    progress.update(7, 0);
    now = 70_000;
    await sleep(20);
    progress.phase("compiling");
    progress.update(40, 1000);
    await sleep(20);
    progress.stop();
    const lines = written.length;
    await sleep(20);
    assert.equal(written[0], "  CLI: downloading modules, 0.0 s so far, usually 5 minutes\n");
    assert.ok(written.includes("  CLI: downloading modules, 7 packages, 1 min 10 s so far, usually 5 minutes\n"));
    assert.ok(written.includes("  CLI: compiling, 40 of 1000 packages, 1 min 10 s so far, usually 5 minutes\n"));
    assert.equal(written.length, lines, "prints nothing after stop");
  });
});
