import { strict as assert } from "node:assert";
import { existsSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { localFolder, repositoryRoot } from "../../local/toolchain/folders";
import { run } from "../../local/toolchain/run";
import { engineWorkspace, operations } from "../support/engine";
import type { EngineWorkspace } from "../support/engine";
import { packed } from "../support/packed";
import type { Packed } from "../support/packed";

/** What a program in any language sends: it knows the components by their tokens alone. */
const program = `
  import * as aws from "@pulumi/aws/provider";
  import { ComponentResource, Config } from "@pulumi/pulumi";
  const provider = new aws.Provider("aws", { region: "eu-west-1" });
  class Remote extends ComponentResource {
    constructor(type, name, args) {
      super("container-delivery:index:" + type, name, args, { providers: { aws: provider } }, true);
    }
  }
  const users = [new Config().require("user")];
  const key = new Remote("EncryptionKey", "key", { description: "Ours", users, keyArn: undefined });
  const encryptionKeyArn = key.keyArn;
  const images = new Remote("ImageRepository", "images", { encryptionKeyArn, repositoryName: "shop", repositoryUrl: undefined });
  export const url = images.repositoryUrl;
`;

describe("the published components", function () {
  this.timeout(300_000);
  let published: Packed;
  before(async () => {
    published = await packed(path.join(repositoryRoot, "infra", "components"), path.join(localFolder, "tests"));
  });
  after(() => published.dispose());

  const sources = () => published.files.filter((file) => file.endsWith(".ts") && !file.startsWith("bin/"));

  it("hold their sources, what was compiled of them, and nothing else", () => {
    const compiled = sources().flatMap((file) => [file.replace(/ts$/, "js"), file.replace(/ts$/, "d.ts")]);
    const others = ["PulumiPlugin.yaml", "README.md", "package.json", "start.js", "tsconfig.json"];
    const expected = [...others, ...sources(), ...compiled.map((file) => `bin/${file}`)];
    assert.deepEqual([...published.files].sort(), expected.sort());
    const folders = readdirSync(path.join(repositoryRoot, "infra", "components"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "bin")
      .map((entry) => entry.name);
    assert.deepEqual([...new Set(sources().map((file) => path.dirname(file).split("/")[0]))].sort(), [
      ".",
      ...folders.sort(),
    ]);
  });

  it("load in a program without a compiler, typed", async () => {
    const names = "console.log(Object.keys(require(process.argv[1])).sort().join())";
    const { code, stdout, stderr } = await run(process.execPath, ["-e", names, published.folder]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Architecture,ArtifactBucket,DeploymentStrategy,Egress,EncryptionKey,/);
    const { types } = published.manifest as { types: string };
    assert.ok(existsSync(path.join(published.folder, types)), types);
  });

  describe("as a plugin, for programs in any language", () => {
    let workspace: EngineWorkspace;
    before(async () => {
      const files = {
        "Pulumi.yaml": JSON.stringify({
          name: "engine-test",
          runtime: { name: "nodejs", options: { typescript: false } },
          packages: { "container-delivery": published.folder },
        }),
      };
      workspace = await engineWorkspace({ program, files, config: { "engine-test:user": "logs" } });
    });
    after(() => workspace.dispose());

    it("are made with their children, by the program's provider", async () => {
      const up = await workspace.up();
      assert.equal(up.code, 0, up.stdout + up.stderr);
      const made = operations(up.events).filter((step) => step.startsWith("create aws:") && !step.includes("provider"));
      assert.deepEqual(made.sort(), [
        "create aws:ecr/lifecyclePolicy:LifecyclePolicy images-lifecycle",
        "create aws:ecr/repository:Repository images-repository",
        "create aws:kms/alias:Alias key-alias",
        "create aws:kms/key:Key key-key",
      ]);
      const { outputs } = await workspace.export();
      assert.deepEqual(outputs, { url: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop" });
    });

    it("say what is wrong with an input", async () => {
      await workspace.setConfig({ "engine-test:user": "everyone" });
      const { code, stdout } = await workspace.preview();
      assert.notEqual(code, 0);
      assert.match(stdout, /EncryptionKey "key": `users` is \["everyone"\]\. Set it to one of logs, alarms/);
    });
  });
});
