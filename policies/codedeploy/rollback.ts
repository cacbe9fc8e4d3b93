import type { Control } from "../shared/control";
import { groupType } from "./types";

export const cdRollback: Control = {
  id: "cd-rollback",
  title: "Failed deployments are rolled back",
  description:
    "CodeDeploy deployment groups must roll back by themselves on failure, and on alarm where they watch alarms.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Set `autoRollbackConfiguration` with `enabled` true and the events DEPLOYMENT_FAILURE and DEPLOYMENT_STOP_ON_ALARM.",
  url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-rollback-and-redeploy.html",
  reads: {
    [groupType]: [
      "autoRollbackConfiguration.enabled",
      "autoRollbackConfiguration.events",
      "alarmConfiguration.enabled",
    ],
  },
  check({ props }, report) {
    const enabled = props.at("autoRollbackConfiguration", "enabled");
    const events = props.at("autoRollbackConfiguration", "events");
    if (enabled.boolean() !== true) {
      const fix = "Set `autoRollbackConfiguration.enabled` to `true`.";
      report.violation({ at: enabled, what: "A failed deployment stays as it is", fix });
      return;
    }
    const given = events.items().map((event) => event.string());
    const wanted = ["DEPLOYMENT_FAILURE"];
    if (props.at("alarmConfiguration", "enabled").boolean() === true) wanted.push("DEPLOYMENT_STOP_ON_ALARM");
    for (const event of wanted.filter((name) => !given.includes(name))) {
      report.violation({
        at: events,
        what: `A deployment is not rolled back on ${event}`,
        fix: `Add \`${event}\` to \`autoRollbackConfiguration.events\`.`,
        detail: event,
      });
    }
  },
};
