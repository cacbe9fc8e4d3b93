import { strict as assert } from "node:assert";
import { cpTypeV2 } from "../../../policies/codepipeline/typeV2";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codepipeline/pipeline:Pipeline";

describe("cp-type-v2", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes V2", { pipelineType: "V2", stages: [] }, []],
    ["refuses an absent type, which means V1", { stages: [] }, ["violation pipelineType"]],
    ["refuses V1", { pipelineType: "V1", stages: [] }, ["violation pipelineType"]],
    [
      "passes parallel executions that deploy nothing",
      {
        pipelineType: "V2",
        executionMode: "PARALLEL",
        ...{
          stages: [
            {
              name: "Source",
              actions: [{ name: "s", category: "Source", owner: "AWS", provider: "CodeStarSourceConnection" }],
            },
          ],
        },
      },
      [],
    ],
    [
      "refuses parallel deployments",
      {
        pipelineType: "V2",
        executionMode: "PARALLEL",
        ...{
          stages: [
            {
              name: "Source",
              actions: [{ name: "s", category: "Source", owner: "AWS", provider: "CodeStarSourceConnection" }],
            },
            { name: "Release", actions: [{ name: "d", category: "Deploy", provider: "ECS" }] },
          ],
        },
      },
      ["violation executionMode"],
    ],
    [
      "refuses parallel builds that deploy",
      {
        pipelineType: "V2",
        executionMode: "PARALLEL",
        stages: [{ name: "Deploy", actions: [{ name: "x", category: "Build" }] }],
      },
      ["violation executionMode"],
    ],
    [
      "cannot decide an unknown type, and still judges the mode",
      {
        pipelineType: unknown,
        executionMode: "PARALLEL",
        ...{ stages: [{ name: "Release", actions: [{ name: "d", category: "Deploy", provider: "ECS" }] }] },
      },
      ["undecided pipelineType", "violation executionMode"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cpTypeV2, { type, props })), expected);
    });
  }
});
