import { strict as assert } from "node:assert";
import { existsSync, lstatSync } from "node:fs";
import * as path from "node:path";
import { run } from "../../../local/toolchain/run";
import { noWayError } from "../../../local/toolchain/go";
import { prepareToolchain } from "../../../local/toolchain/toolchain";

describe("toolchain", function () {
  this.timeout(20 * 60_000);

  it("gives a CLI that runs, with a language host beside it", async () => {
    const { cli, version, origin } = await prepareToolchain();
    const { stdout } = await run(cli, ["version"], { env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" } });
    assert.equal(stdout.trim(), `v${version}`);
    const host = path.join(path.dirname(cli), "pulumi-language-nodejs");
    assert.ok(existsSync(host));
    if (origin === "built") {
      assert.equal(lstatSync(cli).isSymbolicLink(), false, "the engine would look for the host behind the link");
      assert.equal((await run(host, ["-version"])).stdout.trim(), version);
    }
  });

  it("says in one error what is missing and what the three ways out are", () => {
    const text = noWayError("pulumi is not on PATH", "go is not on PATH", "python3 is not on PATH");
    assert.match(text, /pulumi is not on PATH; go is not on PATH; python3 is not on PATH\./);
    assert.match(text, /1\. Install the Pulumi CLI 3\.249\.0 or newer: https:/);
    assert.match(text, /2\. Install Go 1\.25\.11 or newer: https:/);
    assert.match(text, /3\. Install Python 3 with pip/);
  });
});
