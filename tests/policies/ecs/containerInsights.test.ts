import { strict as assert } from "node:assert";
import { ecsContainerInsights } from "../../../policies/ecs/containerInsights";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/cluster:Cluster";

describe("ecs-container-insights", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes enhanced", { settings: [{ name: "containerInsights", value: "enhanced" }] }, []],
    ["passes enabled", { settings: [{ name: "containerInsights", value: "enabled" }] }, []],
    ["refuses an absent setting", {}, ["violation settings"]],
    [
      "refuses disabled",
      { settings: [{ name: "containerInsights", value: "disabled" }] },
      ["violation settings[0].value"],
    ],
    [
      "cannot decide an unknown value",
      { settings: [{ name: "containerInsights", value: unknown }] },
      ["undecided settings[0].value"],
    ],
    ["cannot decide unknown settings", { settings: unknown }, ["undecided settings"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsContainerInsights, { type, props })), expected);
    });
  }
});
