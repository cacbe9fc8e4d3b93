import { strict as assert } from "node:assert";
import { cbSourceUrl } from "../../../policies/codebuild/sourceUrl";
import { brief, judge, unknown, judgeStack, stackOf } from "../../support/policy";

const type = "aws:codebuild/project:Project";

describe("cb-source-url", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes a connection",
      {
        source: {
          type: "GITHUB",
          location: "https://github.com/o/r.git",
          auth: { type: "CODECONNECTIONS", resource: unknown },
        },
      },
      [],
    ],
    ["passes a pipeline's source", { source: { type: "CODEPIPELINE" } }, []],
    ["passes a bucket", { source: { type: "S3", location: "b/k@v.zip" } }, []],
    [
      "passes a repository of CodeCommit that this stack creates",
      { source: { type: "CODECOMMIT", location: unknown } },
      [],
    ],
    [
      "passes an own GitHub Enterprise server without connection",
      { source: { type: "GITHUB_ENTERPRISE", location: "https://git.example.com/o/r.git" } },
      [],
    ],
    [
      "passes a user alone in an SSH address",
      { source: { type: "GITHUB_ENTERPRISE", location: "ssh://git@git.example.com/o/r.git" } },
      [],
    ],
    [
      "refuses a token",
      {
        source: {
          type: "GITHUB",
          location: "https://x-token@github.com/o/r.git",
          auth: { type: "CODECONNECTIONS", resource: unknown },
        },
      },
      ["violation source.location"],
    ],
    [
      "refuses user and token",
      {
        source: {
          type: "BITBUCKET",
          location: "https://u:t@bitbucket.org/o/r.git",
          auth: { type: "CODECONNECTIONS", resource: unknown },
        },
      },
      ["violation source.location"],
    ],
    [
      "refuses a token of an own GitHub Enterprise server",
      { source: { type: "GITHUB_ENTERPRISE", location: "https://t@git.example.com/o/r.git" } },
      ["violation source.location"],
    ],
    [
      "refuses a token in a secondary source",
      {
        source: { type: "NO_SOURCE" },
        secondarySources: [{ type: "GITLAB", location: "https://t@gitlab.com/o/r.git" }],
      },
      ["violation secondarySources[0].location"],
    ],
    [
      "refuses GitHub by secret",
      { source: { type: "GITHUB", location: "https://github.com/o/r.git", auth: { type: "SECRETS_MANAGER" } } },
      ["violation source.auth.type"],
    ],
    [
      "cannot decide an unknown address",
      { source: { type: "GITLAB", location: unknown } },
      ["undecided source.location"],
    ],
    [
      "cannot decide unknown secondary sources",
      { source: { type: "S3" }, secondarySources: unknown },
      ["undecided secondarySources.type"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cbSourceUrl, { type, props })), expected);
    });
  }

  const project = {
    type,
    name: "project",
    props: { source: { type: "GITHUB", location: "https://github.com/o/r.git" } },
  };
  const credential = (serverType: string) => ({
    type: "aws:codebuild/sourceCredential:SourceCredential",
    name: "credential",
    props: { authType: "CODECONNECTIONS", serverType, token: unknown },
  });

  it("passes without `auth` when the stack makes a connection the default", async () => {
    assert.deepEqual(await judgeStack(cbSourceUrl, stackOf(project, credential("GITHUB"))), []);
  });

  it("refuses neither `auth` nor a default connection for the host", async () => {
    const findings = await judgeStack(cbSourceUrl, stackOf(project, credential("BITBUCKET")));
    assert.deepEqual(brief(findings), ["violation source.auth"]);
  });

  it("refuses an address that the program marked as secret, and never shows one", async () => {
    const props = { source: { type: "GITHUB_ENTERPRISE", location: "https://swordfish@git.example.com/o/r" } };
    const findings = await judge(cbSourceUrl, { type, props, secrets: ["source.location"] });
    assert.deepEqual(brief(findings), ["violation source.location"]);
    assert.ok(!JSON.stringify(findings).includes("swordfish"));
  });
});
