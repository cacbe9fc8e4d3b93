import { strict as assert } from "node:assert";
import { ecsAlarms } from "../../../policies/ecs/alarms";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/service:Service";

describe("ecs-alarms", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an alarm of this stack", { alarms: { enable: true, rollback: true, alarmNames: [unknown] } }, []],
    ["refuses an absent block", {}, ["violation alarms.enable"]],
    [
      "refuses alarms that roll nothing back",
      { alarms: { enable: true, rollback: false, alarmNames: ["a"] } },
      ["violation alarms.rollback"],
    ],
    ["refuses no alarm", { alarms: { enable: true, rollback: true, alarmNames: [] } }, ["violation alarms.alarmNames"]],
    ["ignores services that CodeDeploy deploys", { deploymentController: { type: "CODE_DEPLOY" } }, []],
    ["ignores services with a deployer of their own", { deploymentController: { type: "EXTERNAL" } }, []],
    ["cannot decide an unknown block", { alarms: unknown }, ["undecided alarms.enable"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsAlarms, { type, props })), expected);
    });
  }
});
