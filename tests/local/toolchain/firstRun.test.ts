import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { platformName, repositoryRoot } from "../../../local/toolchain/folders";
import { pinnedCliVersion } from "../../../local/toolchain/version";
import { commandFolder } from "../../support/commands";
import type { CommandFolder } from "../../support/commands";

/** Whole processes, each a first run in a clone of its own, with a `go` that takes a moment and counts its builds. */
describe("first run", function () {
  this.timeout(60_000);
  let commands: CommandFolder;
  beforeEach(async () => (commands = await commandFolder()));
  afterEach(() => commands.remove());

  const addGo = (seconds: number): Promise<string> =>
    commands.add(
      "go",
      `case "$1" in version) echo go version go1.26.0 x; exit 0;; list) echo a; exit 0;; esac
echo $$ >> "$0.builds"
while [ $# -gt 0 ]; do [ "$1" = -o ] && out=$2; shift; done
sleep ${seconds}
printf '#!/bin/sh\\necho v${pinnedCliVersion()}\\n' > "$out"; chmod +x "$out"`,
    );
  const builds = (): string[] => readFileSync(path.join(commands.folder, "go.builds"), "utf8").trim().split("\n");
  const cache = (): string => path.join(commands.folder, ".cache", "container-delivery", "toolchain");

  const start = (clone: string) => {
    const folder = path.join(commands.folder, clone);
    const source = `require("./local/toolchain/toolchain").prepareToolchain({ folder: ${JSON.stringify(folder)} })
      .then((t) => console.log(t.cli), (e) => { console.error(e.message); process.exitCode = e.exitCode ?? 1; })`;
    const args = ["-r", "./tests/support/register.js", "-e", source];
    const child = spawn(process.execPath, args, { cwd: repositoryRoot, env: commands.environment });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    return { child, ended, output: () => output };
  };

  it("builds once when two start at the same time, and the other says that it waits", async () => {
    await addGo(2);
    const runs = [start("one"), start("two")];
    assert.deepEqual(await Promise.all(runs.map(({ ended }) => ended)), [0, 0], runs.map((r) => r.output()).join("\n"));
    assert.equal(builds().length, 1);
    assert.equal(runs.filter(({ output }) => output().includes("Another run is building")).length, 1);
    assert.deepEqual(readdirSync(cache()), [`${pinnedCliVersion()}-${platformName}`]);
    for (const clone of ["one", "two"]) {
      assert.deepEqual(readdirSync(path.join(commands.folder, clone)).sort(), ["pulumi", "pulumi-language-nodejs"]);
    }
  });

  it("ends its compiler and leaves nothing when it is interrupted", async () => {
    await addGo(30);
    const { child, ended, output } = start("one");
    while (!existsSync(path.join(commands.folder, "go.builds"))) {
      await sleep(50);
    }
    child.kill("SIGINT");
    assert.equal(await ended, 130, output());
    assert.match(output(), /Interrupted by SIGINT/);
    assert.deepEqual(readdirSync(cache()), []);
    assert.throws(() => process.kill(Number(builds()[0]), 0), { code: "ESRCH" });
  });

  it("fails with the three ways out when there is nothing to build with", async () => {
    mkdirSync(cache(), { recursive: true });
    const { ended, output } = start("one");
    assert.equal(await ended, 1);
    assert.match(output(), /pulumi is not on PATH; go is not on PATH; python3 is not on PATH/);
    assert.match(output(), /1\. Install the Pulumi CLI[^]*2\. Install Go[^]*3\. Install Python 3/);
  });
});
