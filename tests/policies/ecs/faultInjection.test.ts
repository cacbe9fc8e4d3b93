import { strict as assert } from "node:assert";
import { ecsFaultInjection } from "../../../policies/ecs/faultInjection";
import { brief, judge, prodEnvironment, unknown } from "../../support/policy";

const type = "aws:ecs/taskDefinition:TaskDefinition";

describe("ecs-fault-injection", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an absent flag", {}, []],
    ["refuses faults", { enableFaultInjection: true }, ["violation enableFaultInjection"]],
    ["cannot decide an unknown flag", { enableFaultInjection: unknown }, ["undecided enableFaultInjection"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(
        brief(await judge(ecsFaultInjection, { type, props }, { environment: prodEnvironment })),
        expected,
      );
    });
  }

  it("lets environments pass that are not protected", async () => {
    assert.deepEqual(await judge(ecsFaultInjection, { type, props: { enableFaultInjection: true } }), []);
  });
});
