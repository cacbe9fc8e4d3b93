import { strict as assert } from "node:assert";
import { ecsCapProviderProtect } from "../../../policies/ecs/capProviderProtect";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/capacityProvider:CapacityProvider";

describe("ecs-cap-provider-protect", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes protection", { autoScalingGroupProvider: { managedTerminationProtection: "ENABLED" } }, []],
    ["ignores instances that ECS manages itself", { managedInstancesProvider: {} }, []],
    [
      "refuses an absent setting",
      { autoScalingGroupProvider: { autoScalingGroupArn: unknown } },
      ["violation autoScalingGroupProvider.managedTerminationProtection"],
    ],
    [
      "cannot decide an unknown block",
      { autoScalingGroupProvider: unknown },
      ["undecided autoScalingGroupProvider.managedTerminationProtection"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsCapProviderProtect, { type, props })), expected);
    });
  }
});
