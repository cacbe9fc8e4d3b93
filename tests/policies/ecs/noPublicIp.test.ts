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
});
