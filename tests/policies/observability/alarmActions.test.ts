import { strict as assert } from "node:assert";
import { alarmActions } from "../../../policies/observability/alarmActions";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:cloudwatch/metricAlarm:MetricAlarm";

describe("alarm-actions", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes an alarm with an action",
      { alarmActions: ["arn:aws:sns:eu-west-1:123456789012:t"], treatMissingData: "notBreaching" },
      [],
    ],
    ["passes a topic that is not known yet", { alarmActions: [unknown], treatMissingData: "missing" }, []],
    ["refuses an alarm without actions", { treatMissingData: "missing" }, ["violation alarmActions"]],
    [
      "refuses actions that are off",
      { actionsEnabled: false, alarmActions: [unknown], treatMissingData: "missing" },
      ["violation actionsEnabled"],
    ],
    ["refuses silence about missing data", { alarmActions: [unknown] }, ["violation treatMissingData"]],
    [
      "cannot decide an unknown switch",
      { actionsEnabled: unknown, alarmActions: [unknown], treatMissingData: "missing" },
      ["undecided actionsEnabled"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(alarmActions, { type, props })), expected);
    });
  }
});
