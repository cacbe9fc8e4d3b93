import type { Resource, StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";

export const scalingTargetType = "aws:appautoscaling/target:Target";

/** What scales the service: made of its outputs, or naming it as `service/<cluster>/<service>`. */
export function scalingOf(service: Resource, stack: StackIndex): StackResource[] {
  return stack.ofType(scalingTargetType).filter(({ props, propertyDependencies }) => {
    if (propertyDependencies.resourceId?.some(({ urn }) => urn === service.urn)) return true;
    const id = props.at("resourceId");
    const [, cluster, name] = /^service\/([^/]+)\/([^/]+)$/.exec(id.isKnown ? String(id.raw) : "") ?? [];
    const own = service.props.at("name");
    if (name === undefined || !own.isKnown || own.raw !== name) return false;
    const home = service.props.at("cluster");
    return !home.isKnown || String(home.raw).replace(/^arn:.*:cluster\//, "") === cluster;
  });
}
