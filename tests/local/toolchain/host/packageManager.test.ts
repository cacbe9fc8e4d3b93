import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { parseRuntimeOptions } from "../../../../local/toolchain/host/options";
import {
  choosePackageManager,
  installArguments,
  installDirectory,
} from "../../../../local/toolchain/host/packageManager";
import { repositoryRoot } from "../../../../local/toolchain/folders";

describe("package manager", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "container-delivery-manager-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  for (const [lockFile, manager] of [
    ["yarn.lock", "yarn"],
    ["pnpm-lock.yaml", "pnpm"],
    ["bun.lock", "bun"],
    ["package-lock.json", "npm"],
  ] as const) {
    it(`is ${manager} where ${lockFile} is`, () => {
      writeFileSync(path.join(folder, lockFile), "");
      assert.equal(choosePackageManager(parseRuntimeOptions({}), folder), manager);
    });
  }

  it("is the named one whatever lock file there is", () => {
    writeFileSync(path.join(folder, "yarn.lock"), "");
    assert.equal(choosePackageManager(parseRuntimeOptions({ packagemanager: "npm" }), folder), "npm");
  });

  it("leaves development dependencies out only when the program says so", () => {
    assert.equal(installArguments("npm", false).includes("--omit=dev"), false);
    assert.equal(installArguments("npm", true).includes("--omit=dev"), true);
    assert.deepEqual(installArguments("pnpm", true), ["install", "--prod"]);
  });

  it("installs a workspace's member from the workspace's root", () => {
    assert.equal(installDirectory(path.join(repositoryRoot, "infra", "components")), repositoryRoot);
    for (const [pattern, member, inside] of [
      ["packages/*", "packages/a", true],
      ["./packages/*/", "packages/a", true],
      ["packages/*", "packages/a/b", false],
      ["packages/**", "packages/a/b", true],
      ["other", "packages/a", false],
    ] as const) {
      mkdirSync(path.join(folder, member), { recursive: true });
      writeFileSync(path.join(folder, "package.json"), JSON.stringify({ workspaces: { packages: [pattern] } }));
      assert.equal(installDirectory(path.join(folder, member)), path.join(folder, inside ? "." : member), pattern);
    }
  });
});
