import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { quote, runScript } from "../../../../infra/components/shared/shell";

const run = (command: string) =>
  spawnSync("bash", ["--norc", "-c", command], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

describe("quote", () => {
  for (const text of ["plain", "", "two words", "it's", '"$HOME"', "`id`", "a\nb", "\\", "*", "-n", "$(false)"]) {
    it(`keeps ${JSON.stringify(text)} one word`, () => {
      assert.equal(run(`printf '%s|' ${quote(text)}`).stdout, `${text}|`);
    });
  }

  it("leaves a word that needs nothing alone", () => {
    assert.equal(quote("type=registry,ref=a/b:c"), "type=registry,ref=a/b:c");
  });
});

describe("runScript", () => {
  it("stops at the first command that fails, and leaves the shell around it running", () => {
    const { stdout } = run(`${runScript("false; echo never")}\necho after`);
    assert.equal(stdout, "after\n");
  });

  it("fails when part of a pipe fails or a variable is missing", () => {
    assert.equal(run(runScript("false | true")).status, 1);
    assert.notEqual(run(runScript('echo "$MISSING"')).status, 0);
  });

  it("keeps quotes of the script", () => {
    assert.equal(run(runScript(`printf '%s' "it's"`)).stdout, "it's");
  });
});
