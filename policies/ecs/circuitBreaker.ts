import type { Control } from "../shared/control";
import { judgeAvailability, judgeScaling } from "./availability";
import { deploysItself, judgeAlarms, shiftsTraffic } from "./deployments";
import { scalingTargetType } from "./scaling";
import { serviceType } from "./types";

export const ecsCircuitBreaker: Control = {
  id: "ecs-circuit-breaker",
  title: "Failed deployments are rolled back",
  description:
    "ECS services must roll back failed deployments: by circuit breaker, or by alarms and bake time where traffic shifts.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Set `deploymentCircuitBreaker` with `enable` and `rollback` true; for blue/green, canary and linear set `alarms` and `bakeTimeInMinutes`.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html",
  reads: {
    [serviceType]: [
      "deploymentController.type",
      "deploymentConfiguration.strategy",
      "deploymentConfiguration.bakeTimeInMinutes",
      "deploymentCircuitBreaker.enable",
      "deploymentCircuitBreaker.rollback",
      "alarms.enable",
      "alarms.rollback",
      "alarms.alarmNames",
      "schedulingStrategy",
      "deploymentMinimumHealthyPercent",
      "desiredCount",
      "networkConfiguration.subnets",
    ],
    [scalingTargetType]: ["resourceId", "minCapacity"],
  },
  check(service, report, { settings }) {
    const { type, props } = service;
    if (type !== serviceType) return;
    if (settings.environment.protected) report.each([props], () => judgeAvailability(service, report));
    // CodeDeploy rolls back by itself (cd-rollback), and what an external controller does is its own.
    if (!deploysItself(props)) return;
    if (shiftsTraffic(props)) {
      report.each([props], () => judgeAlarms(props, report));
      const bake = props.at("deploymentConfiguration", "bakeTimeInMinutes");
      if ((bake.number() ?? 0) > 0) return;
      const fix = 'Set `deploymentConfiguration.bakeTimeInMinutes`, for instance to "10".';
      report.violation({ at: bake, what: "The old tasks are gone before an alarm can go off", fix });
      return;
    }
    for (const property of ["enable", "rollback"] as const) {
      const node = props.at("deploymentCircuitBreaker", property);
      if (node.boolean() === true) continue;
      const fix = "Set `deploymentCircuitBreaker` to `{ enable: true, rollback: true }`.";
      report.violation({ at: node, what: "A deployment that never becomes healthy is not taken back", fix });
      return;
    }
  },
  checkStack(stack, report, { settings }) {
    if (settings.environment.protected) judgeScaling(stack, stack.ofType(serviceType), report);
  },
};
