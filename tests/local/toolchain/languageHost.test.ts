import { strict as assert } from "node:assert";
import { engineWorkspace } from "../../support/engine";
import type { EngineWorkspace, EngineWorkspaceOptions } from "../../support/engine";

describe("language host", function () {
  this.timeout(120_000);
  let workspace: EngineWorkspace;
  const open = async (options: EngineWorkspaceOptions): Promise<EngineWorkspace> =>
    (workspace = await engineWorkspace({ standIns: [], ...options }));
  afterEach(() => workspace.dispose());
  /** With an installed CLI these tests are about Pulumi's own host: everything holds but for its words. */
  const isOurs = () => workspace.origin === "built";

  it("runs a program with stack, project and configuration, and shows what it prints", async () => {
    await open({
      config: { "engine-test:greeting": "hello", "engine-test:nested": { deep: [1, 2] } },
      program: `
        import * as pulumi from "@pulumi/pulumi";
        const config = new pulumi.Config();
        console.log("printed by the program");
        export const seen = [pulumi.getProject(), pulumi.getStack(), config.require("greeting"), pulumi.runtime.isDryRun()].join(" ");
        export const deep = config.requireObject<{ deep: number[] }>("nested").deep[1];
        export const hidden = pulumi.secret("nobody sees this");`,
    });
    const preview = await workspace.preview();
    assert.equal(preview.code, 0, preview.stdout + preview.stderr);
    assert.match(preview.stdout, /printed by the program/);
    assert.match(preview.stdout, /seen *: "engine-test dev hello true"/);
    const up = await workspace.up();
    assert.equal(up.code, 0, up.stdout + up.stderr);
    const { outputs } = await workspace.export();
    assert.deepEqual(outputs, { seen: "engine-test dev hello false", deep: "2", hidden: "[secret]" });
    assert.equal((up.stdout + JSON.stringify(up.events)).includes("nobody sees this"), false);
  });

  it("runs TypeScript with the tsconfig and the Node.js arguments that Pulumi.yaml names", async () => {
    await open({
      program: "",
      files: {
        "Pulumi.yaml": [
          "name: engine-test",
          "runtime:",
          "  name: nodejs",
          "  options:",
          "    tsconfig: config/loose.json",
          "    nodeargs: --stack-trace-limit=3 --title 'two words'",
        ].join("\n"),
        "config/loose.json": JSON.stringify({
          compilerOptions: { module: "nodenext", target: "es2022", noCheck: true, types: [] },
        }),
        "package.json": JSON.stringify({ name: "typed", main: "index.ts" }),
        "index.ts": `export const wrong: number = "not a number"; export const limit = Error.stackTraceLimit; export const title = process.title;`,
      },
    });
    const up = await workspace.up();
    assert.equal(up.code, 0, up.stdout + up.stderr);
    assert.deepEqual((await workspace.export()).outputs, { wrong: "not a number", limit: "3", title: "two words" });
  });

  it("shows a program's error once and ends with a failure", async () => {
    await open({ program: `throw new Error("a mistake of the program");` });
    const { code, stdout } = await workspace.preview();
    assert.equal(code, 1);
    assert.equal(stdout.match(/Error: a mistake of the program/g)?.length, 1, stdout);
    assert.doesNotMatch(stdout, /non-zero exit code/);
  });

  it("says how a program ended that ended itself", async () => {
    await open({ program: `process.exit(7);` });
    const { code, stdout } = await workspace.preview();
    assert.equal(code, 1);
    assert.match(stdout, /Program exited with non-zero exit code: 7/);
  });

  it("tells `pulumi about` what the program runs on and what it depends on", async () => {
    await open({
      program: "",
      files: { "package.json": JSON.stringify({ main: "index.js", dependencies: { "@pulumi/pulumi": "3.248.0" } }) },
    });
    const { stdout } = await workspace.pulumi("about", "--json");
    const { runtime, dependencies } = JSON.parse(stdout) as {
      runtime: { version: string };
      dependencies: { name: string; version: string }[];
    };
    assert.equal(runtime.version, process.version);
    const sdk = { name: "@pulumi/pulumi", version: "3.248.0" };
    // Pulumi's own host lists the workspace that the program lies in.
    assert.deepEqual(isOurs() ? dependencies : dependencies.filter(({ name }) => name === sdk.name), [sdk]);
  });
});
