import { strict as assert } from "node:assert";
import { cbSourceCredential } from "../../../policies/codebuild/sourceCredential";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codebuild/sourceCredential:SourceCredential";

describe("cb-source-credential", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a connection", { authType: "CODECONNECTIONS", serverType: "GITHUB", token: unknown }, []],
    [
      "passes a secret",
      {
        authType: "SECRETS_MANAGER",
        serverType: "GITHUB",
        token: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:git",
      },
      [],
    ],
    ["passes absent inputs, which the provider refuses", {}, []],
    [
      "refuses a token",
      { authType: "PERSONAL_ACCESS_TOKEN", serverType: "GITHUB", token: "x" },
      ["violation authType"],
    ],
    [
      "refuses a token of an own GitHub Enterprise server",
      { authType: "PERSONAL_ACCESS_TOKEN", serverType: "GITHUB_ENTERPRISE", token: "x" },
      ["violation authType"],
    ],
    ["refuses a password", { authType: "BASIC_AUTH", serverType: "BITBUCKET", token: "x" }, ["violation authType"]],
    [
      "refuses a token in place of a connection",
      { authType: "CODECONNECTIONS", serverType: "GITHUB", token: `ghp_${"a".repeat(36)}` },
      ["violation token"],
    ],
    ["cannot decide an unknown type", { authType: unknown }, ["undecided authType"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cbSourceCredential, { type, props })), expected);
    });
  }

  it("never shows the token", async () => {
    const token = `ghp_${"a".repeat(36)}`;
    const findings = await judge(cbSourceCredential, { type, props: { authType: "CODECONNECTIONS", token } });
    assert.equal(findings.length, 1);
    assert.ok(!JSON.stringify(findings).includes("ghp_"));
  });
});
