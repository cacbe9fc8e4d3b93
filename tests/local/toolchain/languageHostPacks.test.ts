import { strict as assert } from "node:assert";
import { engineWorkspace, violations } from "../../support/engine";
import type { EngineWorkspace, EngineWorkspaceOptions } from "../../support/engine";

describe("language host, with policy packs", function () {
  this.timeout(120_000);
  let workspace: EngineWorkspace;
  const open = async (options: EngineWorkspaceOptions): Promise<EngineWorkspace> =>
    (workspace = await engineWorkspace({ standIns: [], ...options }));
  afterEach(() => workspace.dispose());
  /** With an installed CLI these tests are about Pulumi's own host: everything holds but for its words. */
  const isOurs = () => workspace.origin === "built";

  it("gives a policy pack the stack it judges, and its violation stops the preview", async () => {
    await open({
      program: `
        import * as pulumi from "@pulumi/pulumi";
        new pulumi.ComponentResource("test:index:Thing", "one");`,
      config: { "engine-test:rule": "strict" },
      policyPacks: ["pack"],
      files: {
        "pack/PulumiPolicy.yaml": "runtime: nodejs\n",
        "pack/package.json": JSON.stringify({ name: "tiny-pack", version: "0.0.1", main: "index.js" }),
        "pack/index.js": `
          const pulumi = require("@pulumi/pulumi");
          const { PolicyPack } = require("@pulumi/policy");
          new PolicyPack("tiny", { policies: [{
            name: "no-things", description: "No things.", enforcementLevel: "mandatory",
            validateResource: ({ type }, report) => {
              if (type !== "test:index:Thing") return;
              const rule = new pulumi.Config("engine-test").require("rule");
              report([pulumi.getProject(), pulumi.getStack(), rule, pulumi.runtime.isDryRun()].join(" "));
            },
          }] });`,
      },
    });
    const { code, events, stdout } = await workspace.preview();
    assert.equal(code, 1, stdout);
    const [violation, ...others] = violations(events);
    assert.deepEqual(others, []);
    assert.equal(violation?.policyName, "no-things");
    assert.match(violation.message, /engine-test dev strict true/);
  });

  for (const runtime of ["nodejs", "{ name: nodejs, options: { typescript: false } }"]) {
    it(`says what a policy pack printed that can't start (runtime: ${runtime})`, async () => {
      await open({
        program: "",
        policyPacks: ["pack"],
        files: {
          "pack/PulumiPolicy.yaml": `runtime: ${runtime}\n`,
          "pack/package.json": JSON.stringify({ name: "broken-pack", main: "index.js" }),
          "pack/index.js": `throw new Error("a mistake of the pack");`,
        },
      });
      const { code, stdout, stderr } = await workspace.preview();
      assert.notEqual(code, 0);
      assert.match(stdout + stderr, /a mistake of the pack/);
      assert.match(
        stdout + stderr,
        isOurs() ? /not started: The policy pack in \S+ ended with exit/ : /pack not started/,
      );
    });
  }

  it("shows within seconds where a policy pack failed inside the SDK", async () => {
    await open({
      program: "",
      policyPacks: ["pack"],
      files: {
        "pack/PulumiPolicy.yaml": "runtime: { name: nodejs, options: { typescript: false } }\n",
        "pack/package.json": JSON.stringify({ name: "broken-pack", main: "index.js" }),
        "pack/index.js": `
          require("@pulumi/pulumi").output(1).apply(() => { throw new Error("a late mistake of the pack"); });`,
      },
    });
    const { stdout, stderr } = await workspace.preview();
    assert.match(stdout + stderr, /a late mistake of the pack\n +at .*pack\/index\.js:2/);
    // Without the package's own folder in it, Node.js 20 takes its time to colour the path.
    if (isOurs()) assert.match(stdout + stderr, /@pulumi\/pulumi\/output\.ts:\d/);
  });
});
