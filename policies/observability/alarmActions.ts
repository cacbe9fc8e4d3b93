import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { compositeAlarmType, heardAlarms, metricAlarmType } from "./heardAlarms";

export const alarmActions: Control = {
  id: "alarm-actions",
  title: "Alarms tell somebody",
  description: "CloudWatch alarms must have an action that is switched on, and say how they treat missing data.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "CloudWatch.15 CloudWatch.17",
    controlTower: "CT.CLOUDWATCH.PR.1 CT.CLOUDWATCH.PR.4",
    checkov: "CKV_AWS_319",
    cdkNag: "CloudWatchAlarmAction",
  }),
  remediationSteps:
    "Set `alarmActions` to the topic that people read, leave `actionsEnabled` on, and set `treatMissingData`.",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html",
  reads: {
    [metricAlarmType]: ["actionsEnabled", "alarmActions", "treatMissingData"],
    [compositeAlarmType]: ["actionsEnabled", "alarmActions", "alarmRule"],
  },
  check({ type, props }, report) {
    const enabled = props.at("actionsEnabled");
    report.each([enabled], () => {
      if (enabled.boolean() === false) {
        report.violation({ at: enabled, what: "The alarm's actions are off", fix: "Set `actionsEnabled` to `true`." });
      }
    });
    const missing = props.at("treatMissingData");
    if (type === metricAlarmType && missing.isAbsent) {
      report.violation({
        at: missing,
        what: "Nothing says what missing data means",
        fix: "Set `treatMissingData` to `breaching`, `notBreaching`, `ignore` or `missing`.",
      });
    }
  },
  checkStack(stack, report) {
    const { heard, unknown } = heardAlarms(stack);
    report.eachResource(stack.ofType(metricAlarmType, compositeAlarmType), (alarm) => {
      const actions = alarm.props.at("alarmActions");
      // A list that is not known yet holds topics of this stack.
      if (actions.isUnknown || actions.items().length > 0 || heard.has(alarm)) return;
      const fix = "Set `alarmActions` to the ARN of a topic.";
      if (unknown) report.undecided({ at: actions, what: `${unknown.name}, not known yet, may listen to it`, fix });
      else report.violation({ at: actions, what: "The alarm tells nobody", fix });
    });
  },
};
