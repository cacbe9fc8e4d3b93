import { strict as assert } from "node:assert";
import { cpApproval } from "../../../policies/codepipeline/approval";
import { brief, judge, prodEnvironment, unknown } from "../../support/policy";

const type = "aws:codepipeline/pipeline:Pipeline";

describe("cp-approval", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes an approval in an earlier stage",
      {
        stages: [
          {
            name: "Source",
            actions: [{ name: "s", category: "Source", owner: "AWS", provider: "CodeStarSourceConnection" }],
          },
          { name: "Gate", actions: [{ name: "a", category: "Approval", provider: "Manual" }] },
          { name: "Release", actions: [{ name: "d", category: "Deploy", provider: "ECS" }] },
        ],
      },
      [],
    ],
    [
      "passes an approval earlier in the same stage",
      {
        stages: [
          {
            name: "Release",
            actions: [
              { name: "a", category: "Approval", provider: "Manual", runOrder: 1 },
              { name: "d", category: "Deploy", runOrder: 2 },
            ],
          },
        ],
      },
      [],
    ],
    [
      "passes a deployment before the approved one",
      {
        stages: [
          { name: "Release", actions: [{ name: "d", category: "Deploy", provider: "ECS" }] },
          { name: "Gate", actions: [{ name: "a", category: "Approval", provider: "Manual" }] },
          { name: "Release", actions: [{ name: "d", category: "Deploy", provider: "ECS" }] },
        ],
      },
      [],
    ],
    [
      "ignores pipelines that deploy nothing",
      {
        stages: [
          {
            name: "Source",
            actions: [{ name: "s", category: "Source", owner: "AWS", provider: "CodeStarSourceConnection" }],
          },
        ],
      },
      [],
    ],
    [
      "refuses no approval",
      {
        stages: [
          {
            name: "Source",
            actions: [{ name: "s", category: "Source", owner: "AWS", provider: "CodeStarSourceConnection" }],
          },
          { name: "Release", actions: [{ name: "d", category: "Deploy", provider: "ECS" }] },
        ],
      },
      ["violation stages[1].name"],
    ],
    [
      "refuses an approval after the deployment",
      {
        stages: [
          {
            name: "Source",
            actions: [{ name: "s", category: "Source", owner: "AWS", provider: "CodeStarSourceConnection" }],
          },
          { name: "Release", actions: [{ name: "d", category: "Deploy", provider: "ECS" }] },
          { name: "Gate", actions: [{ name: "a", category: "Approval", provider: "Manual" }] },
        ],
      },
      ["violation stages[1].name"],
    ],
    [
      "refuses an approval at the same time",
      {
        stages: [
          {
            name: "Release",
            actions: [
              { name: "a", category: "Approval", provider: "Manual" },
              { name: "d", category: "Deploy" },
            ],
          },
        ],
      },
      ["violation stages[0].name"],
    ],
    ["cannot decide unknown stages", { stages: unknown }, ["undecided stages"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cpApproval, { type, props }, { environment: prodEnvironment })), expected);
    });
  }

  it("lets environments pass that are not protected", async () => {
    assert.deepEqual(
      await judge(cpApproval, {
        type,
        props: {
          stages: [
            {
              name: "Source",
              actions: [{ name: "s", category: "Source", owner: "AWS", provider: "CodeStarSourceConnection" }],
            },
            { name: "Release", actions: [{ name: "d", category: "Deploy", provider: "ECS" }] },
          ],
        },
      }),
      [],
    );
  });
});
