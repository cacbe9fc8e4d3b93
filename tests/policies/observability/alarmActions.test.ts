import { strict as assert } from "node:assert";
import { alarmActions } from "../../../policies/observability/alarmActions";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";
import type { Described } from "../../support/policy";

const type = "aws:cloudwatch/metricAlarm:MetricAlarm";

describe("alarm-actions", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes an alarm with an action",
      { alarmActions: ["arn:aws:sns:eu-west-1:123456789012:t"], treatMissingData: "notBreaching" },
      [],
    ],
    ["passes a topic that is not known yet", { alarmActions: [unknown], treatMissingData: "missing" }, []],
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

  it("judges the switch of a composite alarm, which has no data of its own", async () => {
    const composite = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    assert.deepEqual(await judge(alarmActions, { type: composite, props: { alarmActions: [unknown] } }), []);
    assert.deepEqual(brief(await judge(alarmActions, { type: composite, props: { actionsEnabled: false } })), [
      "violation actionsEnabled",
    ]);
  });

  const silent = {
    type,
    name: "cpu",
    props: { name: "shop-cpu", arn: "arn:aws:cloudwatch:eu-west-1:1:alarm:shop-cpu" },
  };
  const inStack = async (...others: Described[]) =>
    (await judgeStack(alarmActions, stackOf(silent, ...others))).map(({ urn, path }) => [urn.split("::").pop(), path]);
  const told = { alarmActions: ["arn:aws:sns:eu-west-1:123456789012:t"] };

  it("refuses an alarm that tells nobody", async () => {
    assert.deepEqual(await inStack(), [["cpu", "alarmActions"]]);
    const empty = { type: "aws:cloudwatch/compositeAlarm:CompositeAlarm", name: "all", props: { alarmActions: [] } };
    assert.deepEqual(await inStack(empty), [
      ["cpu", "alarmActions"],
      ["all", "alarmActions"],
    ]);
    assert.deepEqual(await judgeStack(alarmActions, stackOf({ type, props: { alarmActions: unknown } })), []);
  });

  const listeners: [what: string, type: string, props: object][] = [
    ["a composite alarm", "aws:cloudwatch/compositeAlarm:CompositeAlarm", { ...told, alarmRule: 'ALARM("shop-cpu")' }],
    [
      "one that quotes nothing",
      "aws:cloudwatch/compositeAlarm:CompositeAlarm",
      { ...told, alarmRule: "OK(a) OR ALARM(shop-cpu)" },
    ],
    [
      "one that names the ARN",
      "aws:cloudwatch/compositeAlarm:CompositeAlarm",
      { ...told, alarmRule: `ALARM(${silent.props.arn})` },
    ],
    [
      "a service that returns to the version before",
      "aws:ecs/service:Service",
      { alarms: { alarmNames: ["shop-cpu"] } },
    ],
    [
      "a deployment group",
      "aws:codedeploy/deploymentGroup:DeploymentGroup",
      { alarmConfiguration: { alarms: ["shop-cpu"] } },
    ],
    [
      "a rule for changes of alarms",
      "aws:cloudwatch/eventRule:EventRule",
      { eventPattern: '{"detail-type":["CloudWatch Alarm State Change"]}' },
    ],
  ];
  for (const [what, kind, props] of listeners) {
    it(`passes an alarm that ${what} listens to`, async () => {
      assert.deepEqual(await inStack({ type: kind, name: "listener", props }), []);
    });
  }

  it("passes an alarm of which an unknown rule is made, and no alarm of another name", async () => {
    const composite = { type: "aws:cloudwatch/compositeAlarm:CompositeAlarm", name: "all" };
    const made = { ...composite, props: { ...told, alarmRule: unknown }, dependsOn: { alarmRule: ["cpu"] } };
    assert.deepEqual(await inStack(made), []);
    const hidden = { ...made, dependsOn: {} };
    assert.deepEqual(brief(await judgeStack(alarmActions, stackOf(silent, hidden))), ["undecided alarmActions"]);
    const other = { ...composite, props: { ...told, alarmRule: "ALARM(shop-cpu-2)" } };
    assert.deepEqual(await inStack(other), [["cpu", "alarmActions"]]);
  });
});
