import type { Control } from "../shared/control";
import { groupType } from "./types";

export const cdAlarms: Control = {
  id: "cd-alarms",
  title: "Deployments are watched by alarms",
  description: "CodeDeploy deployment groups must watch at least one alarm, and stop when its state cannot be read.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps: "Set `alarmConfiguration` with `enabled` true and the names of alarms on the service.",
  url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/monitoring-create-alarms.html",
  reads: {
    [groupType]: [
      "alarmConfiguration.enabled",
      "alarmConfiguration.alarms",
      "alarmConfiguration.ignorePollAlarmFailure",
    ],
  },
  check({ props }, report) {
    const configuration = props.at("alarmConfiguration");
    const [enabled, alarms] = [configuration.at("enabled"), configuration.at("alarms")];
    if (enabled.boolean() !== true || alarms.items().length === 0) {
      report.violation({
        at: enabled.boolean() === true ? alarms : enabled,
        what: "No alarm stops a deployment that harms the service",
        fix: "Set `alarmConfiguration` to `{ enabled: true, alarms: [<alarm name>] }`.",
      });
      return;
    }
    const ignore = configuration.at("ignorePollAlarmFailure");
    if (ignore.boolean() === true) {
      report.violation({
        at: ignore,
        what: "The deployment goes on when nobody can tell the state of its alarms",
        fix: "Set `alarmConfiguration.ignorePollAlarmFailure` to `false`.",
      });
    }
  },
};
