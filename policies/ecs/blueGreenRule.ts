import type { Control, Reporter } from "../shared/control";
import type { StackResource } from "../shared/resource";
import { listenerRuleTypes, listenerTypes, reads, targetGroupTypes } from "../shared/tokens";
import { shiftsTraffic } from "./deployments";
import { forwardsTo, leaves, routesOf } from "./listenerRules";
import { serviceType } from "./types";

export const ecsBlueGreenRule: Control = {
  id: "ecs-blue-green-rule",
  title: "ECS may move the traffic of its listener rule",
  description:
    "The listener rule of an ECS service that shifts traffic must know both target groups and leave its actions to ECS.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Let the rule forward to both target groups, with weights 100 and 0, and give it the resource option ignoreChanges: [actions].",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html",
  reads: {
    [serviceType]: ["deploymentController.type", "deploymentConfiguration.strategy", "loadBalancers"],
    ...reads(listenerRuleTypes, "actions"),
    ...reads(listenerTypes, "defaultActions"),
    ...reads(targetGroupTypes),
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(serviceType), (service) => {
      const balancers = service.props.at("loadBalancers");
      // Without a load balancer ECS shifts no traffic, or Service Connect does.
      if (!shiftsTraffic(service.props) || (!balancers.isUnknown && balancers.items().length === 0)) return;
      const { rules, listeners, groups } = routesOf(service, stack);
      for (const rule of rules) judgeOwner(rule, "actions", report);
      for (const listener of rules.length === 0 ? listeners : []) judgeOwner(listener, "defaultActions", report);
      if (rules.length + listeners.length === 0) {
        const what = "The rule that ECS is to rewrite is not of this stack";
        const fix = "Set `advancedConfiguration.productionListenerRule` to a rule of this stack.";
        report.undecided({ at: "loadBalancers", what, fix });
      }
      // A rule for production and one for tests may share the groups between them.
      const missing = groups.filter((group) => rules.length > 0 && !rules.some((rule) => forwardsTo(rule, group)));
      for (const { name } of missing) {
        const what = `No rule forwards to the target group ${name}: ECS refuses the deployment`;
        const fix = "Let the rule forward to both groups, with weights 100 and 0.";
        report.violation({ at: "actions", on: rules[0], what, fix, detail: name });
      }
    });
  },
};

function judgeOwner(route: StackResource, property: string, report: Reporter): void {
  if (leaves(route, property)) return;
  const what = "The next update undoes the traffic shift of ECS";
  report.violation({ at: property, on: route, what, fix: `Give it the option \`ignoreChanges: ["${property}"]\`.` });
}
