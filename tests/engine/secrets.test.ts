import { strict as assert } from "node:assert";
import { readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { reveal } from "../../local/aws/values";
import { stackConfigFile } from "../../local/stackConfig";
import { engineWorkspace, operations } from "../support/engine";
import type { EngineResult, EngineWorkspace } from "../support/engine";
import { changeStored, drift, storedProperties } from "../support/storedResources";

const program = `
  import { Parameter } from "@pulumi/aws/ssm/parameter";
  import { Config } from "@pulumi/pulumi";
  const value = new Config().requireSecret("password");
  const parameter = new Parameter("password", { name: "/shop/password", type: "SecureString", value });
  export const stored = parameter.value;
  export const greeting = value.apply((known) => "hello " + known);
  export const name = parameter.name;
`;

const first = "correct horse battery";
const second = "staple of the second kind";

describe("a secret of a stack", function () {
  this.timeout(600_000);
  let workspace: EngineWorkspace;
  const printed: EngineResult[] = [];
  before(async () => {
    workspace = await engineWorkspace({ program: "" });
    // A secret needs a stack: its salt encrypts it.
    assert.equal((await workspace.preview()).code, 0);
    await workspace.setProgram(program);
  });
  after(() => workspace.dispose());

  const kept = (result: EngineResult): EngineResult => {
    printed.push(result);
    return result;
  };
  const deployed = async (...args: string[]): Promise<EngineResult> => {
    const result = kept(await workspace.up(...args));
    assert.equal(result.code, 0, result.stdout + result.stderr);
    return result;
  };
  const pulumi = (...args: string[]): Promise<EngineResult> =>
    workspace.pulumi(...args, "--stack", workspace.stack, "--cwd", workspace.program);
  const setPassword = async (value: string): Promise<void> => {
    const file = stackConfigFile(workspace.sandbox, workspace.stack);
    const set = await pulumi("config", "set", "--secret", "password", value, "--config-file", file);
    assert.equal(set.code, 0, set.stderr);
  };

  it("reaches AWS as it is", async () => {
    await setPassword(first);
    await deployed();
    assert.equal(reveal(storedProperties(workspace, "::password").value), first);
  });

  it("is a secret wherever it goes in the program", async () => {
    const { outputs } = await workspace.export();
    assert.deepEqual(outputs, { stored: "[secret]", greeting: "[secret]", name: "/shop/password" });
  });

  it("is shown to whoever asks for it with the passphrase", async () => {
    const { stdout } = await pulumi("stack", "output", "greeting", "--show-secrets");
    assert.equal(stdout.trim(), `hello ${first}`);
  });

  it("stays one through a change", async () => {
    await setPassword(second);
    const { events, stdout } = await deployed("--diff");
    assert.match(stdout, /value *: \[secret\] => \[secret\]/);
    assert.deepEqual(operations(events), ["update aws:ssm/parameter:Parameter password"]);
    assert.equal(reveal(storedProperties(workspace, "::password").value), second);
  });

  it("stays one when somebody else has changed it", async () => {
    changeStored(workspace, "::password", { value: first });
    const refresh = kept(await workspace.refresh("--diff"));
    assert.equal(refresh.code, 0, refresh.stdout + refresh.stderr);
    assert.match(drift(refresh.events).join(), /^update aws:ssm\/parameter:Parameter password/);
    assert.equal((await workspace.export()).outputs.stored, "[secret]");
  });

  it("is in no output, no event, no state and no configuration file", () => {
    const state = path.join(workspace.sandbox, "state");
    const files = readdirSync(state, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8"));
    assert.ok(files.some((text) => text.includes("aws:ssm/parameter:Parameter")));
    const settings = readFileSync(stackConfigFile(workspace.sandbox, workspace.stack), "utf8");
    for (const text of [...files, settings, JSON.stringify(printed)]) {
      assert.equal(
        [first, second].some((secret) => text.includes(secret)),
        false,
      );
    }
  });
});
