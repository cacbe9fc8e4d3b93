import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";
import { sandboxDirectory } from "../../../local/aws/guard";
import { bundle } from "../../../local/toolchain/bundle";
import { temporarySandbox } from "./standIn";

describe("the stand-ins' refusal to start", function () {
  this.timeout(60_000);
  const sandbox = temporarySandbox();
  after(() => sandbox.remove());

  it("accepts the sandbox", () => {
    assert.equal(sandboxDirectory(sandbox.environment), sandbox.directory);
  });

  const broken: [string, NodeJS.ProcessEnv, RegExp][] = [
    ["without the variable", { CONTAINER_DELIVERY_SANDBOX: undefined }, /CONTAINER_DELIVERY_SANDBOX is not set/],
    ["with a relative folder", { CONTAINER_DELIVERY_SANDBOX: ".local" }, /'.local', which is not the absolute path/],
    [
      "with a folder that does not exist",
      { CONTAINER_DELIVERY_SANDBOX: "/nowhere/at/all" },
      /not the absolute path of an existing/,
    ],
    ["without a Pulumi home", { PULUMI_HOME: undefined }, /PULUMI_HOME is not set/],
    ["with the user's own Pulumi home", { PULUMI_HOME: join(homedir(), ".pulumi") }, /not inside the sandbox/],
    ["with a home beside the sandbox", { PULUMI_HOME: `${sandbox.directory}-other/pulumi` }, /not inside the sandbox/],
    ["without a backend of its own", { PULUMI_BACKEND_URL: undefined }, /PULUMI_BACKEND_URL is not set/],
    [
      "with state in the cloud",
      { PULUMI_BACKEND_URL: "https://api.pulumi.com" },
      /'https:\/\/api.pulumi.com', not a file/,
    ],
    ["with state in a bucket", { PULUMI_BACKEND_URL: "s3://state" }, /'s3:\/\/state', not a file/],
  ];
  for (const [situation, change, message] of broken) {
    it(`refuses ${situation}`, () => {
      assert.throws(() => sandboxDirectory({ ...sandbox.environment, ...change }), message);
    });
  }

  for (const provider of ["aws", "awsx"]) {
    it(`the ${provider} executable prints no port and says what to do`, async () => {
      const executable = await bundle(
        join(__dirname, "../../../local", provider, "main.ts"),
        join(sandbox.directory, "bundles"),
      );
      const result = spawnSync(process.execPath, [executable, "127.0.0.1:1"], {
        env: { PATH: process.env["PATH"] },
        encoding: "utf8",
      });
      assert.equal(result.status, 1);
      assert.equal(result.stdout, "");
      assert.match(result.stderr, /creates nothing in AWS\. It refuses to start.*npm run local/s);
    });
  }
});
