import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import * as path from "node:path";
import { localFolder, repositoryRoot } from "../../local/toolchain/folders";

/** The command line as a user starts it, in a sandbox of its own. */
describe("npm run local", function () {
  this.timeout(120_000);
  let sandbox: string;
  before(() => {
    mkdirSync(path.join(localFolder, "tests"), { recursive: true });
    sandbox = mkdtempSync(path.join(localFolder, "tests", "cli-"));
  });
  after(() => rmSync(sandbox, { recursive: true, force: true }));

  const local = (...args: string[]) => {
    const env = { ...process.env, CONTAINER_DELIVERY_SANDBOX: sandbox, NO_COLOR: "1" };
    return spawnSync(process.execPath, ["local/start.js", ...args], { cwd: repositoryRoot, env, encoding: "utf8" });
  };
  const tracked = (): string[] =>
    ["Pulumi.yaml", "Pulumi.dev.yaml", "Pulumi.prod.yaml"].map((file) =>
      readFileSync(path.join(repositoryRoot, file), "utf8"),
    );

  it("lists its commands", () => {
    const { status, stdout } = local("--help");
    assert.equal(status, 0);
    for (const command of ["preview", "up", "refresh", "destroy", "pulumi", "shell", "reset"]) {
      assert.match(stdout, new RegExp(`^  ${command} `, "m"));
    }
  });

  it("names a command that doesn't exist, and an option", () => {
    assert.deepEqual([local("deploy").status, local("up", "--bogus").status], [1, 1]);
    assert.match(local("deploy").stderr, /there is no command 'deploy'/);
    assert.match(local("up", "--bogus").stderr, /unknown option '--bogus'/);
  });

  it("names the stacks there are when it gets another", () => {
    const { status, stderr } = local("preview", "staging", "--no-policy");
    assert.equal(status, 1);
    assert.match(stderr, /There is no stack "staging".*Use dev or prod/);
  });

  it("passes Pulumi's output and exit code through untouched", () => {
    const version = local("pulumi", "version");
    assert.match(version.stdout, /^v3\.\d+\.\d+\n$/);
    assert.equal(version.stderr, "");
    const stacks = local("pulumi", "stack", "ls", "--json");
    assert.deepEqual(JSON.parse(stacks.stdout), []);
    const failing = local("pulumi", "stack", "export", "--stack", "missing");
    assert.notEqual(failing.status, 0);
    assert.match(failing.stderr, /no stack named 'missing'/);
  });

  it("gives Pulumi its own options, --help and -- too", () => {
    assert.match(local("pulumi", "up", "--help").stdout, /Create or update the resources in a stack/);
  });

  it("reads and writes settings without touching tracked files", () => {
    const before = tracked();
    const secret = local("pulumi", "config", "set", "--stack", "dev", "--secret", "container-delivery:note", "hush");
    assert.equal(secret.status, 0, secret.stderr);
    const read = local("pulumi", "config", "get", "--stack", "dev", "container-delivery:note");
    assert.equal(read.stdout, "hush\n");
    const init = local("pulumi", "stack", "init", "prod");
    assert.equal(init.status, 0, init.stderr);
    assert.deepEqual(tracked(), before);
    assert.match(readFileSync(path.join(sandbox, "project", "Pulumi.dev.yaml"), "utf8"), /encryptionsalt: v1:/);
  });

  it("says that there is nothing to destroy in an empty sandbox", () => {
    const { status, stderr } = local("reset");
    assert.equal(status, 0, stderr);
    assert.equal(existsSync(path.join(sandbox, "state")), false);
    const destroyed = local("destroy", "dev");
    assert.equal(destroyed.status, 0);
    assert.match(destroyed.stderr, /there is nothing to destroy/);
  });

  it("opens a shell in which pulumi is the sandbox's", () => {
    const env = { ...process.env, CONTAINER_DELIVERY_SANDBOX: sandbox, SHELL: "/bin/sh", AWS_PROFILE: "production" };
    const { status, stdout } = spawnSync(process.execPath, ["local/start.js", "shell"], {
      cwd: repositoryRoot,
      env,
      encoding: "utf8",
      input: 'command -v pulumi; echo "$PULUMI_HOME|$AWS_PROFILE"; pulumi version; exit 7\n',
    });
    assert.equal(status, 7);
    const [command, environment, version] = stdout.split("\n");
    assert.equal(command, path.join(sandbox, "shell", "pulumi"));
    assert.equal(environment, `${path.join(sandbox, "pulumi")}|`);
    assert.match(String(version), /^v3\./);
  });
});
