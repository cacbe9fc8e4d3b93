import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";

/** Whether ECS itself deploys the service, not CodeDeploy or somebody's own program. Absent means it does. */
export function deploysItself(service: Node): boolean {
  return (service.at("deploymentController", "type").string() ?? "ECS") === "ECS";
}

/** Whether ECS moves traffic between two sets of tasks. Absent, it replaces the tasks step by step. */
export function shiftsTraffic(service: Node): boolean {
  return (
    deploysItself(service) && (service.at("deploymentConfiguration", "strategy").string() ?? "ROLLING") !== "ROLLING"
  );
}

/** Judges `alarms`: on, rolling back and with names. */
export function judgeAlarms(service: Node, report: Reporter): void {
  const alarms = service.at("alarms");
  const fix = "Set `alarms` to `{ enable: true, rollback: true, alarmNames: [<alarm name>] }`.";
  for (const property of ["enable", "rollback"] as const) {
    const node = alarms.at(property);
    if (node.boolean() === true) continue;
    report.violation({ at: node, what: "No alarm takes back a deployment that harms the service", fix });
    return;
  }
  const names = alarms.at("alarmNames");
  if (names.items().length > 0) return;
  report.violation({ at: names, what: "No alarm takes back a deployment that harms the service", fix });
}
