import { strict as assert } from "node:assert";
import { engineWorkspace } from "../../support/engine";
import type { EngineWorkspace, EngineWorkspaceOptions } from "../../support/engine";

describe("language host, with component packages", function () {
  this.timeout(120_000);
  let workspace: EngineWorkspace;
  const open = async (options: EngineWorkspaceOptions): Promise<EngineWorkspace> =>
    (workspace = await engineWorkspace({ standIns: [], ...options }));
  afterEach(() => workspace.dispose());
  /** With an installed CLI these tests are about Pulumi's own host: everything holds but for its words. */
  const isOurs = () => workspace.origin === "built";

  it("installs a component package's dependencies and serves its schema", async () => {
    await open({
      program: "",
      files: {
        "component/PulumiPlugin.yaml": "runtime: nodejs\n",
        "component/package.json": JSON.stringify({ name: "tiny-component", version: "0.1.0", main: "index.ts" }),
        "component/tsconfig.json": JSON.stringify({
          compilerOptions: { module: "nodenext", target: "es2022", skipLibCheck: true, types: [] },
          files: ["index.ts"],
        }),
        "component/index.ts": `
          import * as pulumi from "@pulumi/pulumi";
          export interface TinyArgs {
            /** How many. */
            count: pulumi.Input<number>;
          }
          export class Tiny extends pulumi.ComponentResource {
            public readonly total: pulumi.Output<number>;
            constructor(name: string, args: TinyArgs, opts?: pulumi.ComponentResourceOptions) {
              super("tiny-component:index:Tiny", name, {}, opts);
              this.total = pulumi.output(args.count);
              this.registerOutputs({ total: this.total });
            }
          }`,
      },
    });
    const { code, stdout, stderr } = await workspace.pulumi("package", "get-schema", "./component");
    assert.equal(code, 0, stderr);
    assert.match(stderr, isOurs() ? /Installing dependencies with npm in .*component/ : /Installing dependencies/);
    const { resources } = JSON.parse(stdout) as { resources: Record<string, { inputProperties: object }> };
    assert.deepEqual(resources["tiny-component:index:Tiny"]?.inputProperties, {
      count: { type: "number", description: "How many." },
    });
  });

  it("says why a component package can't start, and why its dependencies can't be installed", async () => {
    const plugin = (folder: string, manifest: object) => ({
      [`${folder}/PulumiPlugin.yaml`]: "runtime: nodejs\n",
      [`${folder}/package.json`]: JSON.stringify({ name: folder, version: "0.1.0", main: "index.js", ...manifest }),
      [`${folder}/index.js`]: `throw new Error("a mistake of the component");`,
    });
    const missing = { dependencies: { nothing: "file:./nothing.tgz" } };
    await open({ program: "", files: { ...plugin("broken", {}), ...plugin("lacking", missing) } });
    const broken = await workspace.pulumi("package", "get-schema", "./broken");
    assert.notEqual(broken.code, 0);
    assert.match(broken.stderr, /a mistake of the component/);
    const lacking = await workspace.pulumi("package", "get-schema", "./lacking");
    assert.notEqual(lacking.code, 0);
    assert.match(lacking.stderr, isOurs() ? /npm install.* ended with exit code/ : /unable to install/);
  });
});
