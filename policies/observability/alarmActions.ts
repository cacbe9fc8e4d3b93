import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";

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
  reads: { "aws:cloudwatch/metricAlarm:MetricAlarm": ["actionsEnabled", "alarmActions", "treatMissingData"] },
  check({ props }, report) {
    const enabled = props.at("actionsEnabled");
    report.each([enabled], () => {
      if (enabled.boolean() === false) {
        report.violation({ at: enabled, what: "The alarm's actions are off", fix: "Set `actionsEnabled` to `true`." });
      }
    });
    const actions = props.at("alarmActions");
    // A list that is not known yet holds topics of this stack.
    if (!actions.isUnknown && actions.items().length === 0) {
      report.violation({
        at: actions,
        what: "The alarm tells nobody",
        fix: "Set `alarmActions` to the ARN of a topic.",
      });
    }
    const missing = props.at("treatMissingData");
    if (missing.isAbsent) {
      report.violation({
        at: missing,
        what: "Nothing says what missing data means",
        fix: "Set `treatMissingData` to `breaching`, `notBreaching`, `ignore` or `missing`.",
      });
    }
  },
};
