import { strict as assert } from "node:assert";
import { ecsAzRebalance } from "../../../policies/ecs/azRebalance";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/service:Service";

describe("ecs-az-rebalance", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an absent setting, which ECS enables", {}, []],
    ["passes rebalancing", { availabilityZoneRebalancing: "ENABLED" }, []],
    ["refuses none", { availabilityZoneRebalancing: "DISABLED" }, ["violation availabilityZoneRebalancing"]],
    [
      "cannot decide an unknown setting",
      { availabilityZoneRebalancing: unknown },
      ["undecided availabilityZoneRebalancing"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsAzRebalance, { type, props })), expected);
    });
  }
});
