import type { Control, Reporter } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { Resource } from "../shared/resource";
import { listenerTypes, loadBalancerTypes, reads } from "../shared/tokens";
import { isApplication } from "./kinds";

export const albLogs: Control = {
  id: "alb-logs",
  title: "Load balancers write access logs",
  description: "Load balancers must write access logs.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "ELB.5",
    controlTower: "CT.ELASTICLOADBALANCING.PR.6 CT.ELASTICLOADBALANCING.PR.10",
    checkov: "CKV_AWS_91",
    cdkNag: "ELB2",
  }),
  remediationSteps: "Set `accessLogs` with `enabled` true and the `bucket` that receives them.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html",
  reads: {
    ...reads(loadBalancerTypes, "loadBalancerType", "accessLogs.enabled", "accessLogs.bucket"),
    ...reads(listenerTypes, "loadBalancerArn", "protocol"),
  },
  check(resource, report) {
    if (loadBalancerTypes.includes(resource.type) && isApplication(resource)) judge(resource, report);
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...loadBalancerTypes), (loadBalancer) => {
      if (loadBalancer.props.at("loadBalancerType").string() !== "network") return;
      // A network load balancer logs what its TLS listeners take, and a gateway load balancer nothing.
      const protocols = stack
        .linked(listenerTypes, "loadBalancerArn", loadBalancer)
        .map(({ props }) => props.at("protocol"));
      const isSilent =
        protocols.length > 0 && protocols.every((protocol) => protocol.isKnown && protocol.raw !== "TLS");
      if (!isSilent) judge(loadBalancer, report);
    });
  },
};

function judge({ props }: Resource, report: Reporter): void {
  const enabled = props.at("accessLogs", "enabled");
  if (enabled.boolean() === true) return;
  report.violation({
    at: enabled,
    what: "The load balancer writes no access logs",
    fix: "Set `accessLogs` to `{ bucket: <bucket name>, enabled: true }`.",
  });
}
