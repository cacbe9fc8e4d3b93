import { strict as assert } from "node:assert";
import { needsConfigFile, parseCommand } from "../../local/passThrough";

describe("any Pulumi command", () => {
  const commands: [string, boolean][] = [
    ["preview", true],
    ["up --yes --skip-preview", true],
    ["--color never up", true],
    ["destroy", true],
    ["import aws:s3/bucket:Bucket b b", true],
    ["config", true],
    ["config get aws:region", true],
    ["config set --secret app:token x", true],
    ["config set aws:region eu-west-1", false],
    ["config rm aws:region", false],
    ["stack ls", false],
    ["stack init qa", false],
    ["stack export", false],
    ["version", false],
    ["up --help", false],
    ["preview --config-file other.yaml", false],
    ["-C elsewhere up", false],
    ["", false],
  ];
  for (const [line, expected] of commands) {
    it(`${expected ? "gets" : "does not get"} the sandbox's configuration: pulumi ${line}`, () => {
      assert.equal(needsConfigFile(parseCommand(line.split(" ").filter(Boolean))), expected);
    });
  }

  const stacks: [string[], string | undefined][] = [
    [["up", "--stack", "prod"], "prod"],
    [["up", "-s", "prod"], "prod"],
    [["--stack=prod", "up"], "prod"],
    [["up"], undefined],
    [["policy", "--", "--stack", "prod"], undefined],
  ];
  for (const [args, stack] of stacks) {
    it(`finds stack ${stack ?? "none"} in pulumi ${args.join(" ")}`, () =>
      assert.equal(parseCommand(args).stack, stack));
  }

  it("takes a flag's value for no part of the command", () => {
    assert.deepEqual(parseCommand(["--cwd", "x", "-v", "3", "stack", "ls", "--json"]).words, ["stack", "ls"]);
  });
});
