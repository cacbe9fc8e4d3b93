import type { Control } from "../shared/control";
import { deploysItself, judgeAlarms } from "./deployments";
import { serviceType } from "./types";

export const ecsAlarms: Control = {
  id: "ecs-alarms",
  title: "Deployments of services are watched by alarms",
  description: "ECS services must roll back a deployment when an alarm goes off.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps: "Set `alarms` with `enable` and `rollback` true and the names of alarms on the service.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html",
  reads: { [serviceType]: ["alarms.enable", "alarms.rollback", "alarms.alarmNames", "deploymentController.type"] },
  check({ props }, report) {
    if (deploysItself(props)) judgeAlarms(props, report);
  },
};
