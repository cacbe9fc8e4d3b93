import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

describe("the report of test:ci", function () {
  this.timeout(30_000);
  const folder = resolve(__dirname, "..");
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { scripts: { "test:ci": string } };
  const output = mkdtempSync(join(tmpdir(), "report-"));
  after(() => rmSync(output, { recursive: true }));

  it("is a JUnit file with one test case per test", () => {
    const [command, ...options] = manifest.scripts["test:ci"].split(" ");
    assert.equal(command, "mocha");
    const file = join(output, "reports/junit.xml");
    const mocha = require.resolve("mocha/bin/mocha.js");
    const own = options.map((option) => option.replace("reports/junit.xml", file));
    assert.ok(own.join(" ").includes(file), "the report goes to reports/junit.xml");

    // --spec adds to the configured files; without the configuration only this one runs.
    const only = ["--no-package", "--require", "ts-node/register/transpile-only", "test/imageDigest.test.ts"];
    const run = spawnSync(process.execPath, [mocha, ...own, ...only], { cwd: folder, encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr);
    const xml = readFileSync(file, "utf8");
    const [, tests, failures] = /^<testsuite [^>]*tests="(\d+)" failures="(\d+)"/.exec(xml) ?? [];
    assert.equal(failures, "0");
    assert.equal(
      xml.match(/<testcase classname="[^"]+" name="[^"]+" (file="[^"]+" )?time="[\d.]+"/g)?.length,
      Number(tests),
    );
    assert.ok(Number(tests) >= 11);
  });
});
