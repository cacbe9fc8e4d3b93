import type { Resource, StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { listenerRuleTypes, listenerTypes, targetGroupTypes } from "../shared/tokens";

/** What a service that shifts traffic hands to ECS: rules of application, listeners of network load balancers. */
export interface Routes {
  readonly rules: readonly StackResource[];
  readonly listeners: readonly StackResource[];
  readonly groups: readonly StackResource[];
}

/** By the outputs that the service is made of, or by the ARNs that it names. */
export function routesOf(service: StackResource, stack: StackIndex): Routes {
  const balancers = service.props.at("loadBalancers");
  const named = new Set<unknown>();
  for (const balancer of balancers.isUnknown ? [] : balancers.items()) {
    const advanced = balancer.at("advancedConfiguration");
    const nodes = [balancer.at("targetGroupArn"), advanced.at("alternateTargetGroupArn")];
    nodes.push(advanced.at("productionListenerRule"), advanced.at("testListenerRule"));
    nodes.filter((node) => node.isKnown).forEach((node) => named.add(node.raw));
  }
  const own = service.propertyDependencies.loadBalancers ?? [];
  const found = (types: readonly string[]) =>
    stack
      .ofType(...types)
      .filter(
        (candidate) =>
          own.some(({ urn }) => urn === candidate.urn) ||
          (candidate.props.at("arn").isKnown && named.has(candidate.props.at("arn").raw)),
      );
  return { rules: found(listenerRuleTypes), listeners: found(listenerTypes), groups: found(targetGroupTypes) };
}

/** Whether the rule forwards to the group. */
export function forwardsTo(rule: StackResource, group: StackResource): boolean {
  if (rule.propertyDependencies.actions?.some(({ urn }) => urn === group.urn)) return true;
  const [actions, arn] = [rule.props.at("actions"), group.props.at("arn")];
  if (actions.isUnknown || !arn.isKnown) return false;
  return actions.items().some((action) => {
    const groups = action.at("forward", "targetGroups").items();
    return [action.at("targetGroupArn"), ...groups.map((target) => target.at("arn"))].some(
      ({ raw }) => raw === arn.raw,
    );
  });
}

/** Whether the resource leaves the property to others. */
export function leaves(resource: Resource, property: string): boolean {
  return resource.opts.ignoreChanges.some((path) => path === "*" || path === property);
}
