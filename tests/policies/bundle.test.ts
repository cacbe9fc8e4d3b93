import { strict as assert } from "node:assert";
import { stripVTControlCharacters } from "node:util";
import { execFile } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const policies = join(root, "policies");

interface Ended {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs node in the copy, without looking at how it ends. */
function node(directory: string, ...words: string[]): Promise<Ended> {
  return new Promise((done) =>
    execFile(process.execPath, words, { cwd: directory }, (error, output, errors) =>
      done({ status: error ? Number(error.code ?? 1) : 0, output, errors }),
    ),
  );
}

describe("the bundle", function () {
  this.timeout(120_000);
  let folder: string;
  let copy: string;
  const explained = () => node(copy, "cli.js", "explain", "ecr-kms-cmk");
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "pack-"));
    copy = join(folder, "policies");
    cpSync(policies, copy, { recursive: true, filter: (path) => !["bin", "node_modules"].includes(basename(path)) });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("is built by whoever needs it first, also by several at once", async () => {
    const all = await Promise.all([explained(), explained(), explained()]);
    for (const { status, output, errors } of all) {
      assert.deepEqual([status, errors], [0, ""]);
      assert.match(stripVTControlCharacters(output), /^ecr-kms-cmk {2}/);
    }
    assert.deepEqual(
      readdirSync(join(copy, "bin")).filter((name) => name.startsWith(".build")),
      [],
    );
  });

  it("is left alone when only times have changed, as in a checkout", async () => {
    const built = statSync(join(copy, "bin/cli.js")).mtimeMs;
    utimesSync(join(copy, "ecr/kmsCmk.ts"), new Date(), new Date(2020, 1));
    assert.equal((await explained()).status, 0);
    assert.equal(statSync(join(copy, "bin/cli.js")).mtimeMs, built);
  });

  it("is built again when a source has changed", async () => {
    const source = join(copy, "ecr/kmsCmk.ts");
    writeFileSync(source, readFileSync(source, "utf8").replace(/title: "[^"]+"/, 'title: "A changed title"'));
    assert.match((await explained()).output, /A changed title/);
  });

  it("is built again when a source was added or removed", async () => {
    const added = join(copy, "ecr/added.ts");
    const hash = () => (JSON.parse(readFileSync(join(copy, "bin/stamp.json"), "utf8")) as { hash: string }).hash;
    const before = hash();
    writeFileSync(added, "export {};\n");
    await explained();
    assert.notEqual(hash(), before);
    rmSync(added);
    await explained();
    assert.equal(hash(), before);
  });

  it("is never used when it is older than sources that cannot be built", async () => {
    const source = join(copy, "ecr/kmsCmk.ts");
    const right = readFileSync(source);
    appendFileSync(source, "\nconst broken = ;\n");
    for (const ended of [await explained(), await node(copy, "start.js")]) {
      assert.notEqual(ended.status, 0);
      assert.equal(ended.output, "");
      assert.match(
        ended.errors,
        /is not built from its present sources, and building it failed\. Correct the sources, then try again\./,
      );
      assert.match(ended.errors, /kmsCmk\.ts/);
    }
    writeFileSync(source, right);
  });

  it("says what to run where its tools are missing", async () => {
    rmSync(join(folder, "node_modules"));
    rmSync(join(copy, "bin"), { recursive: true });
    assert.match((await explained()).errors, /Run `npm ci` in the repository, then try again\./);
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  });

  it("is all that a published package needs", async () => {
    await explained();
    const manifest = JSON.parse(readFileSync(join(copy, "package.json"), "utf8")) as { files: string[]; main: string };
    const published = join(folder, "published");
    for (const name of [...manifest.files, "package.json"])
      cpSync(join(copy, name), join(published, name), { recursive: true });
    assert.ok(!existsSync(join(published, "index.ts")) && manifest.files.includes(manifest.main));
    assert.match(readFileSync(join(published, "bin/pack.d.ts"), "utf8"), /declare function policies\(/);
    const { status, output } = await node(published, "cli.js", "list");
    assert.equal(status, 0);
    assert.match(output, /ecr-scan-on-push/);
  });

  it("holds no SDK and no action data of its own", () => {
    const bundle = readFileSync(join(copy, "bin/index.js"), "utf8");
    assert.match(bundle, /require\("@pulumi\/policy"\)/);
    assert.doesNotMatch(bundle, /require\("@pulumi\/aws/);
    assert.ok(bundle.length < 1_500_000, `${bundle.length} characters`);
  });
});
