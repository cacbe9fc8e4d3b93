import type { Control } from "../shared/control";
import type { Node } from "../shared/node";
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
  reads: {
    [serviceType]: [
      "availabilityZoneRebalancing",
      "schedulingStrategy",
      "launchType",
      "deploymentMaximumPercent",
      "loadBalancers.elbName",
      "orderedPlacementStrategies.type",
      "placementConstraints.expression",
    ],
  },
  check({ props }, report) {
    const rebalancing = props.at("availabilityZoneRebalancing");
    // Absent, ECS enables it for every new service that can have it.
    if (["", "ENABLED"].includes(rebalancing.string() ?? "") || cannotRebalance(props)) return;
    report.violation({
      at: rebalancing,
      what: "After the failure of a zone the tasks stay in the others",
      fix: "Set `availabilityZoneRebalancing` to `ENABLED`.",
    });
  },
};

/** ECS refuses it for services whose tasks it may not place, or not start before it stops others. */
function cannotRebalance(service: Node): boolean {
  const strategies = service.at("orderedPlacementStrategies").items();
  return (
    service.at("schedulingStrategy").string() === "DAEMON" ||
    service.at("launchType").string() === "EXTERNAL" ||
    (service.at("deploymentMaximumPercent").number() ?? 200) <= 100 ||
    (strategies.length > 0 && strategies[0]?.at("type").string() !== "spread") ||
    somewhere(service.at("loadBalancers"), (balancer) => (balancer.at("elbName").string() ?? "") !== "") ||
    somewhere(service.at("placementConstraints"), (constraint) =>
      (constraint.at("expression").string() ?? "").includes("ecs.availability-zone"),
    )
  );
}

function somewhere(list: Node, judge: (item: Node) => boolean): boolean {
  return list.items().some(judge);
}
