import { strict as assert } from "node:assert";
import { cdAlarms } from "../../../policies/codedeploy/alarms";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codedeploy/deploymentGroup:DeploymentGroup";

describe("cd-alarms", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an alarm of this stack", { alarmConfiguration: { enabled: true, alarms: [unknown] } }, []],
    ["refuses an absent block", {}, ["violation alarmConfiguration.enabled"]],
    [
      "refuses no alarm",
      { alarmConfiguration: { enabled: true, alarms: [] } },
      ["violation alarmConfiguration.alarms"],
    ],
    [
      "refuses alarms that are switched off",
      { alarmConfiguration: { enabled: false, alarms: ["a"] } },
      ["violation alarmConfiguration.enabled"],
    ],
    [
      "refuses to go on blindly",
      { alarmConfiguration: { enabled: true, alarms: ["a"], ignorePollAlarmFailure: true } },
      ["violation alarmConfiguration.ignorePollAlarmFailure"],
    ],
    ["cannot decide an unknown block", { alarmConfiguration: unknown }, ["undecided alarmConfiguration.enabled"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cdAlarms, { type, props })), expected);
    });
  }
});
