import type { Control } from "../shared/control";
import { serviceType } from "./types";

export const ecsAzRebalance: Control = {
  id: "ecs-az-rebalance",
  title: "Tasks return to all zones",
  description: "ECS services should spread their tasks over availability zones again after a failure.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps: "Set `availabilityZoneRebalancing` to ENABLED.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html",
  reads: { [serviceType]: ["availabilityZoneRebalancing"] },
  check({ props }, report) {
    const rebalancing = props.at("availabilityZoneRebalancing");
    // Absent, ECS enables it for every new service that can have it.
    if (rebalancing.isAbsent || rebalancing.string() === "ENABLED") return;
    report.violation({
      at: rebalancing,
      what: "After the failure of a zone the tasks stay in the others",
      fix: "Set `availabilityZoneRebalancing` to `ENABLED`.",
    });
  },
};
