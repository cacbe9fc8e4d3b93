import { strict as assert } from "node:assert";
import { ecsPlatformLatest } from "../../../policies/ecs/platformLatest";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/service:Service";

describe("ecs-platform-latest", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes the latest", { platformVersion: "LATEST" }, []],
    ["passes an absent version, which means the latest", {}, []],
    ["refuses a fixed version", { platformVersion: "1.4.0" }, ["violation platformVersion"]],
    ["cannot decide an unknown version", { platformVersion: unknown }, ["undecided platformVersion"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsPlatformLatest, { type, props })), expected);
    });
  }

  it("judges TaskSet alike", async () => {
    const findings = await judge(ecsPlatformLatest, {
      type: "aws:ecs/taskSet:TaskSet",
      props: { platformVersion: "1.4.0" },
    });
    assert.deepEqual(brief(findings), ["violation platformVersion"]);
  });
});
