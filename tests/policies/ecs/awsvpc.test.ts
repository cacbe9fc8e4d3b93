import { strict as assert } from "node:assert";
import { ecsAwsvpc } from "../../../policies/ecs/awsvpc";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/taskDefinition:TaskDefinition";

describe("ecs-awsvpc", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes awsvpc", { networkMode: "awsvpc" }, []],
    ["refuses an absent mode, which means bridge", {}, ["violation networkMode"]],
    [
      "refuses the host's network on EC2",
      { networkMode: "host", requiresCompatibilities: ["EC2"] },
      ["violation networkMode"],
    ],
    [
      "passes bridge outside of AWS, where there is no awsvpc",
      { networkMode: "bridge", requiresCompatibilities: ["EXTERNAL"] },
      [],
    ],
    [
      "refuses the host's network even there",
      { networkMode: "host", requiresCompatibilities: ["EXTERNAL"] },
      ["violation networkMode"],
    ],
    ["refuses bridge for both", { requiresCompatibilities: ["EC2", "EXTERNAL"] }, ["violation networkMode"]],
    ["cannot decide an unknown mode", { networkMode: unknown }, ["undecided networkMode"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsAwsvpc, { type, props })), expected);
    });
  }
});
