import { strict as assert } from "node:assert";
import { ecsNoPublicIp } from "../../../policies/ecs/noPublicIp";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/service:Service";

describe("ecs-no-public-ip", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a private service", { networkConfiguration: { assignPublicIp: false } }, []],
    ["passes an absent block, which AWS takes as private", {}, []],
    [
      "refuses public addresses",
      { networkConfiguration: { assignPublicIp: true } },
      ["violation networkConfiguration.assignPublicIp"],
    ],
    [
      "cannot decide an unknown flag",
      { networkConfiguration: { assignPublicIp: unknown } },
      ["undecided networkConfiguration.assignPublicIp"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsNoPublicIp, { type, props })), expected);
    });
  }

  it("judges TaskSet alike", async () => {
    const findings = await judge(ecsNoPublicIp, {
      type: "aws:ecs/taskSet:TaskSet",
      props: { networkConfiguration: { assignPublicIp: true } },
    });
    assert.deepEqual(brief(findings), ["violation networkConfiguration.assignPublicIp"]);
  });

  it("judges what starts tasks at times or on events alike", async () => {
    const networkConfiguration = { assignPublicIp: true };
    const target = await judge(ecsNoPublicIp, {
      type: "aws:cloudwatch/eventTarget:EventTarget",
      props: { ecsTarget: { networkConfiguration } },
    });
    assert.deepEqual(brief(target), ["violation ecsTarget.networkConfiguration.assignPublicIp"]);
    const schedule = await judge(ecsNoPublicIp, {
      type: "aws:scheduler/schedule:Schedule",
      props: { target: { ecsParameters: { networkConfiguration } } },
    });
    assert.deepEqual(brief(schedule), ["violation target.ecsParameters.networkConfiguration.assignPublicIp"]);
    assert.deepEqual(await judge(ecsNoPublicIp, { type: "aws:cloudwatch/eventTarget:EventTarget" }), []);
  });
});
