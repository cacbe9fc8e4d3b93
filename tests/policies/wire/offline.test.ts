import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { root } from "../../support/analyzer";

/** A network with nothing in it but the machine itself. */
const alone = ["unshare", "-rn", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"];
const canBeAlone = spawnSync(alone[0] as string, [...alone.slice(1), "true"]).status === 0;

describe("the pack without a network", function () {
  this.timeout(120_000);

  it("judges as it does with one", function () {
    // Not every machine lets a test have a network of its own.
    const prefix = canBeAlone ? alone : [];
    const script = resolve(root, "tests/policies/wire/probe/judgeOnce.ts");
    const run = (before: string[]) => {
      const command = [...before, process.execPath, "--require", "./tests/support/register.js", script];
      const ended = spawnSync(command[0] as string, command.slice(1), { cwd: root, encoding: "utf8" });
      assert.equal(ended.status, 0, ended.stderr);
      return JSON.parse(ended.stdout.trim().split("\n").at(-1) ?? "") as string[];
    };
    const told = run(prefix);
    assert.ok(told.includes("mandatory ecr-kms-cmk"));
    assert.ok(told.includes("mandatory iam-no-admin"));
    assert.deepEqual(told, run([]));
  });
});
