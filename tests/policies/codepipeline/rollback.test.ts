import { strict as assert } from "node:assert";
import { cpRollback } from "../../../policies/codepipeline/rollback";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codepipeline/pipeline:Pipeline";

describe("cp-rollback", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes a rollback",
      {
        stages: [
          {
            name: "Source",
            actions: [{ name: "s", category: "Source", owner: "AWS", provider: "CodeStarSourceConnection" }],
          },
          {
            name: "Release",
            actions: [{ name: "d", category: "Deploy", provider: "ECS" }],
            onFailure: { result: "ROLLBACK" },
          },
        ],
      },
      [],
    ],
    [
      "passes a rollback on condition",
      {
        stages: [
          {
            name: "Release",
            actions: [{ name: "d", category: "Deploy", provider: "ECS" }],
            onFailure: { condition: { result: "ROLLBACK", rules: [] } },
          },
        ],
      },
      [],
    ],
    [
      "ignores other stages",
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
      "refuses an absent block",
      {
        stages: [
          {
            name: "Source",
            actions: [{ name: "s", category: "Source", owner: "AWS", provider: "CodeStarSourceConnection" }],
          },
          { name: "Release", actions: [{ name: "d", category: "Deploy", provider: "ECS" }] },
        ],
      },
      ["violation stages[1].onFailure.result"],
    ],
    [
      "refuses a retry alone",
      {
        stages: [
          {
            name: "Release",
            actions: [{ name: "d", category: "Deploy", provider: "ECS" }],
            onFailure: { result: "RETRY" },
          },
        ],
      },
      ["violation stages[0].onFailure.result"],
    ],
    [
      "cannot decide an unknown block",
      {
        stages: [
          { name: "Release", actions: [{ name: "d", category: "Deploy", provider: "ECS" }], onFailure: unknown },
        ],
      },
      ["undecided stages[0].onFailure.result"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cpRollback, { type, props })), expected);
    });
  }
});
