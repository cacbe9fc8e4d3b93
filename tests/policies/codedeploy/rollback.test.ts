import { strict as assert } from "node:assert";
import { cdRollback } from "../../../policies/codedeploy/rollback";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codedeploy/deploymentGroup:DeploymentGroup";

describe("cd-rollback", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes rollback on failure",
      { autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_FAILURE"] } },
      [],
    ],
    [
      "passes rollback on failure and alarm",
      {
        autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"] },
        alarmConfiguration: { enabled: true },
      },
      [],
    ],
    ["refuses an absent block", {}, ["violation autoRollbackConfiguration.enabled"]],
    [
      "refuses rollback on request alone",
      { autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_STOP_ON_REQUEST"] } },
      ["violation autoRollbackConfiguration.events"],
    ],
    [
      "refuses alarms that roll nothing back",
      {
        autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_FAILURE"] },
        alarmConfiguration: { enabled: true },
      },
      ["violation autoRollbackConfiguration.events"],
    ],
    [
      "cannot decide unknown events",
      { autoRollbackConfiguration: { enabled: true, events: unknown } },
      ["undecided autoRollbackConfiguration.events"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cdRollback, { type, props })), expected);
    });
  }
});
