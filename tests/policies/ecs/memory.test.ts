import { strict as assert } from "node:assert";
import { ecsMemory } from "../../../policies/ecs/memory";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/taskDefinition:TaskDefinition";
const containers = (...list: object[]) => ({ containerDefinitions: JSON.stringify(list) });

describe("ecs-memory", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes limits of the task", { memory: "512", cpu: "256", ...containers({ name: "app", image: unknown }) }, []],
    [
      "passes limits of every container",
      containers({ name: "app", memory: 128, cpu: 128 }, { name: "app", memory: 64, cpu: 10 }),
      [],
    ],
    ["passes unknown limits", { memory: unknown, cpu: unknown }, []],
    [
      "refuses a reservation, which is no limit",
      { cpu: "256", ...containers({ name: "app", memoryReservation: 128 }) },
      ["violation memory"],
    ],
    [
      "refuses one container without a limit",
      { memory: "512", ...containers({ name: "app", cpu: 10 }, { name: "app", image: unknown }) },
      ["violation cpu"],
    ],
    ["cannot decide unknown containers", { containerDefinitions: unknown }, ["undecided containerDefinitions"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsMemory, { type, props })), expected);
    });
  }
});
