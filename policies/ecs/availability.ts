import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import type { Resource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { deploysItself, shiftsTraffic } from "./deployments";
import { leaves } from "./listenerRules";
import { scalingOf } from "./scaling";

const fewestTasks = 2;
const tooFew = "One failing task is all the service has";

/** Judges how many tasks a service keeps while it is deployed and when a zone fails. */
export function judgeAvailability(service: Resource, report: Reporter): void {
  const { props } = service;
  if (isDaemon(props)) return;
  report.each([props.at("deploymentMinimumHealthyPercent")], (percent) => {
    // Only step by step does a deployment take tasks away before others stand behind the load balancer.
    if ((percent.number() ?? 100) >= 100 || !deploysItself(props) || shiftsTraffic(props)) return;
    const what = "A deployment takes tasks away before new ones run";
    report.violation({ at: percent, what, fix: "Set `deploymentMinimumHealthyPercent` to 100 or more." });
  });
  // A count that somebody else sets is judged with the whole stack.
  if (!leaves(service, "desiredCount")) report.each([props], () => judgeCount(props.at("desiredCount"), report));
  const subnets = props.at("networkConfiguration", "subnets");
  // Without a network configuration the instances decide. A list that is not known yet is an output of a network.
  if (props.at("networkConfiguration").isAbsent || subnets.isUnknown) return;
  const different = new Set(subnets.items().map((subnet) => (subnet.isUnknown ? subnet.path : subnet.raw)));
  if (different.size >= 2) return;
  const fix = "Give `networkConfiguration.subnets` subnets of two zones.";
  report.violation({ at: subnets, what: "The service stands in a single zone", fix });
}

/** Judges what scaling leaves of the tasks. */
export function judgeScaling(stack: StackIndex, services: readonly Resource[], report: Reporter): void {
  report.eachResource(services, (service) => {
    if (isDaemon(service.props)) return;
    const targets = scalingOf(service, stack);
    if (targets.length === 0 && leaves(service, "desiredCount")) judgeCount(service.props.at("desiredCount"), report);
    report.eachResource(targets, ({ props }) => judgeCount(props.at("minCapacity"), report));
  });
}

function judgeCount(count: Node, report: Reporter): void {
  // Absent means none.
  if ((count.number() ?? 0) >= fewestTasks) return;
  report.violation({ at: count, what: tooFew, fix: `Set \`${count.path}\` to ${fewestTasks} or more.` });
}

/** A daemon has one task on each instance, and ECS lets none run twice there. */
function isDaemon(service: Node): boolean {
  return service.at("schedulingStrategy").string() === "DAEMON";
}
