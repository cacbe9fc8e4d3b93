import { strict as assert } from "node:assert";
import { cpNoGithubV1 } from "../../../policies/codepipeline/noGithubV1";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codepipeline/pipeline:Pipeline";

describe("cp-no-github-v1", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an absent list", {}, []],
    ["passes a stage without actions", { stages: [{ name: "Source" }, null] }, []],
    [
      "passes a connection",
      {
        stages: [
          {
            name: "Source",
            actions: [
              {
                category: "Source",
                owner: "AWS",
                provider: "CodeStarSourceConnection",
                configuration: { ConnectionArn: unknown },
              },
            ],
          },
        ],
      },
      [],
    ],
    [
      "passes a bucket",
      {
        stages: [
          { name: "Source", actions: [{ category: "Source", owner: "AWS", provider: "S3", configuration: unknown }] },
        ],
      },
      [],
    ],
    [
      "refuses GitHub's first version",
      {
        stages: [
          {
            name: "Source",
            actions: [{ category: "Source", owner: "ThirdParty", provider: "GitHub", configuration: unknown }],
          },
        ],
      },
      ["violation stages[0].actions[0].provider"],
    ],
    [
      "refuses a token, known or not",
      {
        stages: [
          {
            name: "Source",
            actions: [
              { category: "Source", owner: "ThirdParty", provider: "GitHub", configuration: { OAuthToken: unknown } },
            ],
          },
        ],
      },
      ["violation stages[0].actions[0].configuration.OAuthToken"],
    ],
    [
      "cannot decide an unknown owner",
      { stages: [{ name: "Source", actions: [{ category: "Source", owner: unknown, provider: "GitHub" }] }] },
      ["undecided stages[0].actions[0].owner"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cpNoGithubV1, { type, props })), expected);
    });
  }

  it("never shows the token", async () => {
    const configuration = { OAuthToken: "swordfish" };
    const stages = [{ name: "Source", actions: [{ owner: "ThirdParty", provider: "GitHub", configuration }] }];
    const findings = await judge(cpNoGithubV1, { type, props: { stages } });
    assert.equal(findings.length, 1);
    assert.ok(!JSON.stringify(findings).includes("swordfish"));
  });
});
