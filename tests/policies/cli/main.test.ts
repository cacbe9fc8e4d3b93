import { strict as assert } from "node:assert";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../../..");
const main = [resolve(root, "policies/cli.js")];

function run(...words: string[]): Promise<{ code: number; output: string; errors: string }> {
  return new Promise((done) =>
    execFile(process.execPath, [...main, ...words], { cwd: root }, (error, output, errors) =>
      done({ code: error ? Number(error.code) : 0, output, errors }),
    ),
  );
}

describe("the command", function () {
  this.timeout(120_000);
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "command-"))));
  after(() => rmSync(folder, { recursive: true }));
  const stackWith = (inputs: object) => {
    const urn = "urn:pulumi:dev::shop::aws:ecr/repository:Repository::images";
    const state = { urn, type: "aws:ecr/repository:Repository", inputs };
    const file = join(folder, `${Object.keys(inputs).length}.json`);
    writeFileSync(file, JSON.stringify({ version: 3, deployment: { resources: [state] } }));
    return file;
  };

  it("ends with 0 for help and its version", async () => {
    const ended = await Promise.all([run("--help"), run("--version"), run("check", "--help")]);
    assert.deepEqual(
      ended.map(({ code }) => code),
      [0, 0, 0],
    );
  });

  it("ends with 1 when something mandatory was found, and with 0 when nothing was", async () => {
    const relaxed = join(folder, "config.json");
    writeFileSync(relaxed, '{"all": "advisory"}');
    const found = await run("check", stackWith({}));
    const none = await run("check", stackWith({}), "--config", relaxed);
    assert.deepEqual([found.code, none.code], [1, 0]);
    assert.match(found.output, /ecr-kms-cmk/);
  });

  it("ends with 2 when it cannot judge, with one sentence and no stack trace", async () => {
    const garbage = join(folder, "garbage.json");
    writeFileSync(garbage, '{"deployment":{"resources":[{}]}}');
    const wrong = [
      ["check", garbage],
      ["check", join(folder, "missing")],
      ["explain", "ecr-kms-cmkk"],
    ];
    for (const { code, errors } of await Promise.all(wrong.map((words) => run(...words)))) {
      assert.equal(code, 2);
      assert.match(errors, /^.+\.\n$/);
    }
  });

  it("ends with 2 when the command line is wrong, and says what is right", async () => {
    const wrong = [[], ["check"], ["chek", "x"], ["check", "x", "--jsn"]];
    for (const { code, errors } of await Promise.all(wrong.map((words) => run(...words)))) {
      assert.equal(code, 2);
      assert.match(errors, /Usage: container-delivery-policies/);
    }
  });
});
