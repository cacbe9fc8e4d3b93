import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { bundle } from "../../../local/toolchain/bundle";
import { localFolder } from "../../../local/toolchain/folders";
import { run } from "../../../local/toolchain/run";
import { writeNodeExecutable } from "../../../local/toolchain/executable";

describe("bundle", () => {
  let folder: string;
  let entry: string;
  let target: string;
  beforeEach(() => {
    mkdirSync(path.join(localFolder, "tests"), { recursive: true });
    folder = mkdtempSync(path.join(localFolder, "tests", "bundle-"));
    entry = path.join(folder, "entry.ts");
    target = path.join(folder, "out");
    writeFileSync(entry, `import { word } from "./word"; console.log(word, process.argv[2], process.env.GIVEN);`);
    writeFileSync(path.join(folder, "word.ts"), `export const word: string = "first";`);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is one file that runs as an executable with the variables it was given", async () => {
    const executable = path.join(folder, "bin", "program");
    await writeNodeExecutable(executable, await bundle(entry, target), { GIVEN: 'a "b"' });
    assert.equal((await run(executable, ["argument"])).stdout, 'first argument a "b"\n');
  });

  it("is made again when a source has changed, not when it was only touched", async () => {
    const first = await bundle(entry, target);
    utimesSync(entry, new Date(0), new Date(0));
    assert.equal(await bundle(entry, target), first);
    writeFileSync(path.join(folder, "word.ts"), `export const word: string = "second";`);
    const second = await bundle(entry, target);
    assert.notEqual(second, first);
    assert.equal((await run(process.execPath, [second, "x"])).stdout, "second x undefined\n");
  });

  it("stays for programs that still run it, and goes a day later", async () => {
    const first = await bundle(entry, target);
    writeFileSync(entry, `console.log("changed");`);
    await bundle(entry, target);
    assert.ok(readdirSync(target).includes(path.basename(first)));
    utimesSync(first, new Date(0), new Date(0));
    writeFileSync(entry, `console.log("changed again");`);
    await bundle(entry, target);
    assert.equal(readdirSync(target).includes(path.basename(first)), false);
  });

  it("is made again when it was deleted", async () => {
    rmSync(await bundle(entry, target));
    assert.equal((await run(process.execPath, [await bundle(entry, target), "x"])).stdout, "first x undefined\n");
  });

  it("fails with the compiler's message", async () => {
    writeFileSync(entry, `import "./missing";`);
    await assert.rejects(bundle(entry, target), /Could not resolve "\.\/missing"/);
  });
});
