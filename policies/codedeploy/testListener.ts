import type { Node } from "../shared/node";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { listenerTypes } from "../shared/tokens";

/** The listener of the test route: by its ARN, or among those of the group the one that is not for the public's port. */
export function testListener(group: StackResource, stack: StackIndex): StackResource | undefined {
  const pair = group.props.at("loadBalancerInfo", "targetGroupPairInfo");
  if (pair.at("testTrafficRoute").isAbsent) return undefined;
  const arns = pair.at("testTrafficRoute", "listenerArns").items();
  const listeners = stack.ofType(...listenerTypes);
  const named = listeners.find(({ props }) => arns.some((arn) => arn.isKnown && arn.raw === props.at("arn").raw));
  const own = group.propertyDependencies.loadBalancerInfo ?? [];
  return named ?? own.find(({ type, props }) => listenerTypes.includes(type) && !isPublicPort(props.at("port")));
}

function isPublicPort(port: Node): boolean {
  return [80, 443].includes(port.number() ?? 0);
}
