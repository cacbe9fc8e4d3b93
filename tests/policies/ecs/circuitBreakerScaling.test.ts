import { strict as assert } from "node:assert";
import { ecsCircuitBreaker } from "../../../policies/ecs/circuitBreaker";
import { brief, judge, judgeStack, prodEnvironment, stackOf, unknown } from "../../support/policy";

const type = "aws:ecs/service:Service";

describe("ecs-circuit-breaker, with scaling", () => {
  const service = (props: object, more: object = {}) => ({
    type,
    name: "service",
    props: { name: "shop", ...props },
    ...more,
  });
  const scaling = (minCapacity: unknown, resourceId = "service/main/shop") => ({
    type: "aws:appautoscaling/target:Target",
    name: "scaling",
    props: { minCapacity, resourceId },
  });
  const left = { ignoreChanges: ["desiredCount"] };
  const stacks: [behaviour: string, resources: Parameters<typeof stackOf>, expected: string[]][] = [
    ["passes two tasks at least", [service({ desiredCount: 1 }, left), scaling(2)], []],
    ["refuses scaling down to one", [service({ desiredCount: 2 }), scaling(1)], ["violation minCapacity"]],
    [
      "finds the scaling by the service's outputs",
      [service({}), { ...scaling(1, unknown), dependsOn: { resourceId: ["service"] } }],
      ["violation minCapacity"],
    ],
    [
      "ignores the scaling of a service of the same name in another cluster",
      [service({ cluster: "arn:aws:ecs:eu-west-1:123456789012:cluster/main" }), scaling(1, "service/other/shop")],
      [],
    ],
    [
      "refuses a count that nobody scales, although it is ignored",
      [service({ desiredCount: 1 }, left)],
      ["violation desiredCount"],
    ],
    ["cannot decide an unknown minimum", [service({}), scaling(unknown)], ["undecided minCapacity"]],
  ];
  for (const [behaviour, resources, expected] of stacks) {
    it(`${behaviour} in a protected stack`, async () => {
      const findings = await judgeStack(ecsCircuitBreaker, stackOf(...resources), { environment: prodEnvironment });
      assert.deepEqual(brief(findings), expected);
      assert.deepEqual(await judgeStack(ecsCircuitBreaker, stackOf(...resources)), []);
    });
  }

  it("leaves a count that others set to the whole stack", async () => {
    const scaled = {
      type,
      props: { desiredCount: 1, deploymentCircuitBreaker: { enable: true, rollback: true } },
      ...left,
    };
    assert.deepEqual(await judge(ecsCircuitBreaker, scaled, { environment: prodEnvironment }), []);
  });
});
