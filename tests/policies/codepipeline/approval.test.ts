import { strict as assert } from "node:assert";
import { cpApproval } from "../../../policies/codepipeline/approval";
import { brief, judge, prodEnvironment, unknown } from "../../support/policy";

const type = "aws:codepipeline/pipeline:Pipeline";
const source = {
  name: "Source",
  actions: [{ name: "s", category: "Source", owner: "AWS", provider: "CodeStarSourceConnection" }],
};
const gate = { name: "Gate", actions: [{ name: "a", category: "Approval", provider: "Manual" }] };
const release = { name: "Release", actions: [{ name: "d", category: "Deploy", provider: "ECS" }] };

describe("cp-approval", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an approval in an earlier stage", { stages: [source, gate, release] }, []],
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
    ["passes a deployment before the approved one", { stages: [release, gate, release] }, []],
    ["ignores pipelines that deploy nothing", { stages: [source] }, []],
    ["refuses no approval", { stages: [source, release] }, ["violation stages[1].name"]],
    ["refuses an approval after the deployment", { stages: [source, release, gate] }, ["violation stages[1].name"]],
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
    [
      "passes an approval before the last to run, in whatever order the actions stand",
      {
        stages: [
          {
            name: "Release",
            actions: [
              { name: "production", category: "Deploy", runOrder: 3 },
              { name: "staging", category: "Deploy", runOrder: 1 },
              { name: "a", category: "Approval", provider: "Manual", runOrder: 2 },
            ],
          },
        ],
      },
      [],
    ],
    [
      "passes a change set that is written down, approved and carried out",
      {
        stages: [
          {
            name: "Release",
            actions: [
              { name: "p", category: "Deploy", runOrder: 1, configuration: { ActionMode: "CHANGE_SET_REPLACE" } },
              { name: "a", category: "Approval", provider: "Manual", runOrder: 2 },
              { name: "e", category: "Deploy", runOrder: 3, configuration: { ActionMode: "CHANGE_SET_EXECUTE" } },
            ],
          },
        ],
      },
      [],
    ],
    [
      "refuses an approval before the tests of what was deployed alone",
      {
        stages: [
          {
            name: "Deploy",
            actions: [
              { name: "d", category: "Deploy", runOrder: 1 },
              { name: "a", category: "Approval", provider: "Manual", runOrder: 2 },
              { name: "smoke-test", category: "Build", provider: "CodeBuild", runOrder: 3 },
            ],
          },
        ],
      },
      ["violation stages[0].name"],
    ],
    [
      "refuses a build project that deploys, by its own name or its stage's",
      { stages: [{ name: "Release", actions: [{ name: "ProdDeploy", category: "Build", provider: "CodeBuild" }] }] },
      ["violation stages[0].name"],
    ],
    [
      "ignores what checks before and after a deployment elsewhere",
      {
        stages: [
          {
            name: "Checks",
            actions: [
              { name: "PreDeployTests", category: "Build" },
              { name: "verify-deployment", category: "Invoke" },
            ],
          },
        ],
      },
      [],
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
        props: { stages: [source, release] },
      }),
      [],
    );
  });
});
