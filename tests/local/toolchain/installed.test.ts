import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { localFolder } from "../../../local/toolchain/folders";
import { findInstalledCli } from "../../../local/toolchain/installed";
import { commandFolder } from "../../support/commands";
import type { CommandFolder } from "../../support/commands";

describe("installed CLI", () => {
  let commands: CommandFolder;
  beforeEach(async () => (commands = await commandFolder()));
  afterEach(() => commands.remove());

  it("is used when its version is supported and its language host is beside it", async () => {
    const cli = await commands.add("pulumi", "echo v3.249.0");
    await commands.add("pulumi-language-nodejs", "exit 0");
    assert.deepEqual(await findInstalledCli(commands.environment), { cli, version: "3.249.0" });
  });

  it("is passed over when it is too old", async () => {
    const cli = await commands.add("pulumi", "echo v3.248.0");
    await commands.add("pulumi-language-nodejs", "exit 0");
    assert.equal(await findInstalledCli(commands.environment), `${cli} is version 3.248.0, older than 3.249.0`);
  });

  it("is passed over when it has no language host", async () => {
    const cli = await commands.add("pulumi", "echo v3.300.1");
    assert.equal(await findInstalledCli(commands.environment), `${cli} has no pulumi-language-nodejs beside it`);
  });

  it("is passed over when it is broken", async () => {
    const cli = await commands.add("pulumi", "echo oops >&2; exit 1");
    assert.equal(await findInstalledCli(commands.environment), `${cli} doesn't tell its version`);
  });

  it("is never one of this repository's own, such as the one of the sandbox's shell", async () => {
    mkdirSync(path.join(localFolder, "tests"), { recursive: true });
    const own = mkdtempSync(path.join(localFolder, "tests", "installed-"));
    try {
      writeFileSync(path.join(own, "pulumi"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
      const environment = { ...commands.environment, PATH: `${own}:${commands.folder}` };
      assert.equal(await findInstalledCli(environment), "pulumi is not on PATH");
      const cli = await commands.add("pulumi", "echo v3.300.0");
      await commands.add("pulumi-language-nodejs", "exit 0");
      assert.deepEqual(await findInstalledCli(environment), { cli, version: "3.300.0" });
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  });

  it("is missing when nothing on PATH has its name", async () => {
    assert.equal(await findInstalledCli(commands.environment), "pulumi is not on PATH");
  });
});
