import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { projectDirectory } from "../../../../policies/shared/configuration/paths";

describe("the directory that paths in settings start from", function () {
  this.timeout(20_000);
  let folder: string;
  const inside = (...names: string[]) => join(folder, ...names);
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "paths-")));
    for (const name of ["project/infra", "pack", "elsewhere"]) mkdirSync(inside(name), { recursive: true });
    writeFileSync(inside("project/Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    const source = resolve(__dirname, "../../../../policies/shared/configuration/paths.ts");
    buildSync({ entryPoints: [source], outfile: inside("paths.js"), platform: "node", format: "cjs" });
    writeFileSync(inside("pack/PulumiPolicy.yaml"), "runtime: nodejs\n");
  });
  after(() => rmSync(folder, { recursive: true }));

  /** What a process in `directory` says whose parent is in `parent`. */
  const told = (directory: string, parent: string, pwd: string) => {
    const shell = '(cd "$1" && PWD="$2" exec "$4" --print "$3"); exit $?';
    const script = `require(${JSON.stringify(inside("paths.js"))}).projectDirectory()`;
    const words = ["-c", shell, "sh", directory, pwd, script, process.execPath];
    return execFileSync("sh", words, { cwd: parent, encoding: "utf8" }).trim();
  };

  it("is the one with the project's file, at or above", () => {
    assert.equal(projectDirectory(inside("project/infra")), inside("project"));
    assert.equal(projectDirectory(inside("elsewhere")), inside("elsewhere"));
  });

  it("is for a command the one that it was given in", () => {
    assert.equal(told(inside("project/infra"), inside("elsewhere"), inside("elsewhere")), inside("project"));
  });

  it("is for a pack that of the process that started it, whatever the shell left in PWD", () => {
    // Not every system tells where another process is.
    const expected = existsSync("/proc/self/cwd") ? "project" : "elsewhere";
    assert.equal(told(inside("pack"), inside("project/infra"), inside("elsewhere")), inside(expected));
  });

  it("is for a pack that was started from its own directory the one that the shell left in PWD", () => {
    assert.equal(told(inside("pack"), inside("pack"), inside("project")), inside("project"));
  });
});
