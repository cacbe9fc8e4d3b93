import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

const root = path.join(__dirname, "..", "..");

/** A small program in the place of ours: it prints what it was made from and ends. */
const program = (text: string) => `process.stdout.write(${JSON.stringify(text)});\n`;

describe("the program's start", function () {
  this.timeout(60_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "start-"));
    for (const file of ["infra/start.js", "infra/quickStart.js", "package.json"]) {
      cpSync(path.join(root, file), path.join(folder, file));
    }
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const source = (text: string) => writeFileSync(path.join(folder, "infra", "index.ts"), program(text));
  const start = () => execFileSync(process.execPath, [path.join(folder, "infra", "start.js")], { encoding: "utf8" });
  const bundle = () => readFileSync(path.join(folder, "infra", "bin", "program.js"), "utf8");

  it("makes one file of the sources and runs it", () => {
    source("first");
    assert.equal(start(), "first");
  });

  it("runs the same file again while nothing has changed", () => {
    const made = bundle();
    assert.equal(start(), "first");
    assert.equal(bundle(), made);
  });

  it("never runs a file that is older than its sources", () => {
    source("second");
    assert.equal(start(), "second");
  });

  it("makes a file again that somebody cut short", () => {
    writeFileSync(path.join(folder, "infra", "bin", "program.js"), bundle().slice(0, 20));
    assert.equal(start(), "second");
  });
});
