import { strict as assert } from "node:assert";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import * as path from "node:path";
import { currentSandbox, prepareSandbox, resetSandbox, sandboxEnvironment } from "../../local/sandbox";
import { localFolder, repositoryRoot } from "../../local/toolchain/folders";

describe("sandbox", function () {
  this.timeout(60_000);
  let sandbox: string;
  beforeEach(() => {
    mkdirSync(path.join(localFolder, "tests"), { recursive: true });
    sandbox = mkdtempSync(path.join(localFolder, "tests", "sandbox-"));
  });
  afterEach(() => rmSync(sandbox, { recursive: true, force: true }));

  it("keeps Pulumi's home and state to itself", () => {
    const environment = sandboxEnvironment(sandbox, {});
    assert.equal(environment.PULUMI_HOME, path.join(sandbox, "pulumi"));
    assert.equal(environment.PULUMI_BACKEND_URL, `file://${sandbox}/state`);
    assert.equal(environment.CONTAINER_DELIVERY_SANDBOX, sandbox);
    assert.equal(environment.PULUMI_IGNORE_AMBIENT_PLUGINS, "true");
    assert.equal(environment.PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION, "true");
  });

  it("lets nothing of an account, another backend or another plugin in", () => {
    const environment = sandboxEnvironment(sandbox, {
      PATH: "/bin",
      AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
      AWS_PROFILE: "production",
      AWS_WEB_IDENTITY_TOKEN_FILE: "/token",
      PULUMI_ACCESS_TOKEN: "pul-1",
      PULUMI_BACKEND_URL: "s3://states",
      PULUMI_HOME: path.join(homedir(), ".pulumi"),
      PULUMI_DEBUG_PROVIDERS: "aws:1234",
      PULUMI_STACK: "prod",
    });
    assert.equal(environment.PATH, "/bin");
    for (const name of ["AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE", "PULUMI_ACCESS_TOKEN"]) {
      assert.equal(name in environment, false, name);
    }
    assert.equal("PULUMI_DEBUG_PROVIDERS" in environment || "PULUMI_STACK" in environment, false);
    assert.equal(environment.PULUMI_BACKEND_URL, `file://${sandbox}/state`);
    assert.equal(existsSync(environment.AWS_SHARED_CREDENTIALS_FILE!), false);
    assert.equal(environment.AWS_EC2_METADATA_DISABLED, "true");
  });

  it("places the stand-ins in its own plugin cache, in the versions that the SDK packages ask for", async () => {
    await prepareSandbox(sandbox);
    const plugins = path.join(sandbox, "pulumi", "plugins");
    const manifest = (name: string): { version: string } =>
      JSON.parse(readFileSync(path.join(repositoryRoot, "node_modules", name, "package.json"), "utf8")) as {
        version: string;
      };
    const expected = ["aws", "awsx"].map((name) => `resource-${name}-v${manifest(`@pulumi/${name}`).version}`);
    assert.deepEqual(readdirSync(plugins).sort(), expected.sort());
    assert.ok(readdirSync(plugins).every((name) => lstatSync(path.join(plugins, name)).isDirectory()));
  });

  it("has stand-ins that refuse to start for anybody else", async () => {
    await prepareSandbox(sandbox);
    const plugins = path.join(sandbox, "pulumi", "plugins");
    for (const name of readdirSync(plugins)) {
      const file = path.join(plugins, name, `pulumi-${/^resource-[a-z]+/.exec(name)![0]}`);
      const { PATH, HOME } = process.env;
      const foreign = { PATH, HOME, AWS_PROFILE: "production", PULUMI_BACKEND_URL: "s3://states" };
      const { status, stdout, stderr } = spawnSync(file, ["127.0.0.1:1"], {
        env: foreign,
        encoding: "utf8",
        timeout: 20_000,
      });
      assert.notEqual(status, 0, name);
      assert.equal(stdout, "", "no port: the engine gets no provider");
      assert.match(stderr, /refuses to start because CONTAINER_DELIVERY_SANDBOX is not set/);
    }
  });

  it("leaves the user's own plugin cache alone", async () => {
    const own = path.join(homedir(), ".pulumi", "plugins");
    const before = existsSync(own) ? readdirSync(own) : undefined;
    await prepareSandbox(sandbox);
    assert.deepEqual(existsSync(own) ? readdirSync(own) : undefined, before);
  });

  it("is known to no file that a real deployment reads", () => {
    const args = [
      "-rlE",
      "CONTAINER_DELIVERY_SANDBOX|resource-aws|plugins:",
      "infra",
      "app",
      "policies",
      "Pulumi.yaml",
    ];
    const files = [
      ...args,
      "Pulumi.dev.yaml",
      "Pulumi.prod.yaml",
      "--include=*.ts",
      "--include=*.yaml",
      "--include=*.json",
    ];
    const { stdout, status } = spawnSync("grep", [...files, "--exclude-dir=node_modules"], {
      cwd: repositoryRoot,
      encoding: "utf8",
    });
    assert.equal(stdout, "");
    assert.equal(status, 1);
  });

  it("is forgotten by a reset, and only its own folders go", async () => {
    await prepareSandbox(sandbox, []);
    mkdirSync(path.join(sandbox, "toolchain"));
    resetSandbox(sandbox);
    assert.deepEqual(readdirSync(sandbox), ["toolchain"]);
  });

  it("is the one of the shell it runs in, but never a folder outside .local", () => {
    assert.equal(currentSandbox({}), localFolder);
    assert.equal(currentSandbox({ CONTAINER_DELIVERY_SANDBOX: sandbox }), sandbox);
    for (const outside of [homedir(), "/", path.join(localFolder, "..", ".."), `${localFolder}-other`]) {
      assert.equal(currentSandbox({ CONTAINER_DELIVERY_SANDBOX: outside }), localFolder, outside);
    }
  });

  it("is ignored by git", () => {
    const ignored = execFileSync("git", ["check-ignore", ".local/pulumi"], { cwd: repositoryRoot, encoding: "utf8" });
    assert.equal(ignored.trim(), ".local/pulumi");
  });
});
