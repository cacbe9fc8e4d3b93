import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import * as path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildCli } from "../../../local/toolchain/build";
import { endAllChildren } from "../../../local/toolchain/children";
import type { Go } from "../../../local/toolchain/go";
import { commandFolder } from "../../support/commands";
import type { CommandFolder } from "../../support/commands";

const silent = { write: () => undefined };

/** A `go` that lists three packages and "compiles" a shell script; `build` runs before that. */
const fakeGo = (build: string, version = "v9.8.7"): string => `
if [ "$1" = list ]; then echo "go: downloading example.com/a v1.0.0" >&2; printf 'a\\nb\\nc\\n'; exit 0; fi
echo "$@" > "$0.args"; echo "$CGO_ENABLED $GOWORK $GOTOOLCHAIN" > "$0.env"
while [ $# -gt 0 ]; do [ "$1" = -o ] && out=$2; shift; done
printf 'runtime\\nexample.com/a\\n' >&2
${build}
printf '#!/bin/sh\\necho ${version}\\n' > "$out"; chmod +x "$out"`;

describe("CLI build", () => {
  let commands: CommandFolder;
  let destination: string;
  beforeEach(async () => {
    commands = await commandFolder();
    destination = path.join(commands.folder, "cache", "9.8.7-test");
  });
  afterEach(() => commands.remove());

  const go = async (script: string): Promise<Go> => ({
    command: await commands.add("go", script),
    version: "1.26.0",
    environment: { GOTOOLCHAIN: "local" },
    dispose: async () => undefined,
  });
  const left = (): string[] => readdirSync(path.dirname(destination));

  it("puts the finished folder in place and nothing else", async () => {
    await buildCli(await go(fakeGo("")), "9.8.7", destination, silent);
    assert.ok(existsSync(path.join(destination, "pulumi")));
    assert.deepEqual(left(), ["9.8.7-test"]);
    const args = readFileSync(path.join(commands.folder, "go.args"), "utf8");
    assert.match(args, /-mod=readonly -trimpath -ldflags -s -w -X \S+version\.Version=v9\.8\.7/);
    assert.equal(readFileSync(path.join(commands.folder, "go.env"), "utf8"), "0 off local\n");
  });

  it("leaves nothing when compiling fails, and shows the compiler's words", async () => {
    const broken = await go(fakeGo('echo "x.go:1:1: undefined: y" >&2; exit 1'));
    await assert.rejects(
      buildCli(broken, "9.8.7", destination, silent),
      /go build ended with exit code 1\.\nx\.go:1:1: undefined: y/,
    );
    assert.deepEqual(left(), []);
  });

  it("leaves nothing when the result is not what was asked for", async () => {
    const wrong = await go(fakeGo("", "v1.0.0"));
    await assert.rejects(buildCli(wrong, "9.8.7", destination, silent), /says "v1\.0\.0" where v9\.8\.7 was expected/);
    assert.deepEqual(left(), []);
  });

  it("leaves nothing when it is interrupted, and ends the compiler", async () => {
    const slow = await go(fakeGo(`echo $$ > "$0.pid"; sleep 30`));
    const building = buildCli(slow, "9.8.7", destination, silent);
    const failed = assert.rejects(building, /go build ended with exit code/);
    const pidFile = path.join(commands.folder, "go.pid");
    while (!existsSync(pidFile)) {
      await sleep(20);
    }
    await endAllChildren();
    await failed;
    assert.deepEqual(left(), []);
    assert.throws(() => process.kill(Number(readFileSync(pidFile, "utf8")), 0), { code: "ESRCH" });
  });

  it("clears away what a killed build has left", async () => {
    await mkdir(path.join(path.dirname(destination), ".building-dead"), { recursive: true });
    await buildCli(await go(fakeGo("")), "9.8.7", destination, silent);
    assert.deepEqual(left(), ["9.8.7-test"]);
  });
});
