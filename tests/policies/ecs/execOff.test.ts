import { strict as assert } from "node:assert";
import { ecsExecOff } from "../../../policies/ecs/execOff";
import { brief, judge, prodEnvironment, unknown } from "../../support/policy";

const type = "aws:ecs/service:Service";

describe("ecs-exec-off", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an absent flag", {}, []],
    ["refuses sessions", { enableExecuteCommand: true }, ["violation enableExecuteCommand"]],
    ["cannot decide an unknown flag", { enableExecuteCommand: unknown }, ["undecided enableExecuteCommand"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsExecOff, { type, props }, { environment: prodEnvironment })), expected);
    });
  }

  it("lets environments pass that are not protected", async () => {
    assert.deepEqual(await judge(ecsExecOff, { type, props: { enableExecuteCommand: true } }), []);
  });
});
