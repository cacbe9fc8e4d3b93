import type { Node } from "../shared/node";
import type { Resource } from "../shared/resource";

/** Whether a load balancer is an application load balancer, which it is unless it says otherwise. */
export function isApplication({ props }: Resource): boolean {
  return (props.at("loadBalancerType").string() ?? "application") === "application";
}

/** A listener's protocol. Absent with a certificate it is HTTPS, absent without one HTTP for an application load balancer. */
export function protocolOf(listener: Node): string {
  return listener.at("protocol").string() ?? (listener.at("certificateArn").isAbsent ? "HTTP" : "HTTPS");
}
