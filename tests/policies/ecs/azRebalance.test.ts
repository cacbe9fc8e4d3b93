import { strict as assert } from "node:assert";
import { ecsAzRebalance } from "../../../policies/ecs/azRebalance";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/service:Service";

describe("ecs-az-rebalance", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an absent setting, which ECS enables", {}, []],
    ["passes rebalancing", { availabilityZoneRebalancing: "ENABLED" }, []],
    ["passes an empty text, which the provider takes for nothing", { availabilityZoneRebalancing: "" }, []],
    ...[
      { schedulingStrategy: "DAEMON" },
      { launchType: "EXTERNAL" },
      { deploymentMaximumPercent: 100 },
      { loadBalancers: [{ elbName: "classic" }] },
      { orderedPlacementStrategies: [{ type: "binpack", field: "cpu" }] },
      { placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.availability-zone in [eu-west-1a]" }] },
    ].map((props): [string, object, string[]] => [
      `ignores services that cannot have it: ${Object.keys(props)[0]}`,
      { availabilityZoneRebalancing: "DISABLED", ...props },
      [],
    ]),
    [
      "refuses none where tasks are spread over zones",
      {
        availabilityZoneRebalancing: "DISABLED",
        orderedPlacementStrategies: [{ type: "spread", field: "attribute:ecs.availability-zone" }],
      },
      ["violation availabilityZoneRebalancing"],
    ],
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
