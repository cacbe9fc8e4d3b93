import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { loadBalancerTypes } from "../shared/tokens";
import { usersOf } from "./groupUsers";
import { groupTypes } from "./rules";

/** Load balancers of every generation. */
export const balancerTypes: readonly string[] = [...loadBalancerTypes, "aws:elb/loadBalancer:LoadBalancer"];

/** Whether internet-facing load balancers use the security group that the resource is or belongs to, and nothing else does. */
export function servesPublicBalancer(stack: StackIndex, resource: StackResource): boolean {
  const group = groupTypes.includes(resource.type) ? resource : stack.target(resource, "securityGroupId", groupTypes);
  // A group of another stack cannot be seen through.
  if (!group) return true;
  const users = usersOf(stack, group);
  return (
    users.length > 0 &&
    users.every(({ type, props }) => balancerTypes.includes(type) && props.at("internal").boolean() !== true)
  );
}
