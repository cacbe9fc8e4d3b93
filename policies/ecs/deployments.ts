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

/** Judges how many tasks a service keeps while it is deployed and when a zone fails. */
export function judgeAvailability(service: Node, report: Reporter): void {
  // A daemon has one task on each instance, and ECS lets none run twice there.
  if (service.at("schedulingStrategy").string() === "DAEMON") return;
  const numbers = [
    ["deploymentMinimumHealthyPercent", 100, 100, "A deployment takes tasks away before new ones run"],
    ["desiredCount", 0, 2, "One failing task is all the service has"],
  ] as const;
  for (const [property, absent, least, what] of numbers) {
    report.each([service.at(property)], (node) => {
      if ((node.number() ?? absent) >= least) return;
      report.violation({ at: node, what, fix: `Set \`${property}\` to ${least} or more.` });
    });
  }
  const subnets = service.at("networkConfiguration", "subnets");
  // Without a network configuration the instances decide. A list that is not known yet is an output of a network.
  if (service.at("networkConfiguration").isAbsent || subnets.isUnknown || subnets.items().length >= 2) return;
  const fix = "Give `networkConfiguration.subnets` subnets of two zones.";
  report.violation({ at: subnets, what: "The service stands in a single zone", fix });
}
