import type { Node } from "../shared/node";
import type { Resource } from "../shared/resource";

/** Whether a load balancer is an application load balancer, which it is unless it says otherwise. */
export function isApplication({ props }: Resource): boolean {
  return (props.at("loadBalancerType").string() ?? "application") === "application";
}

/** What tells a listener's protocol. */
export const protocolReads = ["protocol", "port", "certificateArn"] as const;

/**
 * A listener's protocol. Absent with a certificate it is HTTPS, absent without one HTTP for an application load balancer.
 * A gateway load balancer's listener has neither protocol nor port.
 */
export function protocolOf(listener: Node): string {
  const [protocol, port, balancer] = ["protocol", "port", "loadBalancerArn"].map((name) => listener.at(name));
  if (protocol?.isAbsent && port?.isAbsent && balancer?.isAbsent === false) return "GENEVE";
  return listener.at("protocol").string() ?? (listener.at("certificateArn").isAbsent ? "HTTP" : "HTTPS");
}
