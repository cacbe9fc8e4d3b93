import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { loadBalancerTypes, reads } from "../shared/tokens";

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
  reads: reads(loadBalancerTypes, "loadBalancerType", "accessLogs.enabled", "accessLogs.bucket"),
  check({ props }, report) {
    if (props.at("loadBalancerType").string() === "gateway") return;
    const enabled = props.at("accessLogs", "enabled");
    if (enabled.boolean() !== true) {
      report.violation({
        at: enabled,
        what: "The load balancer writes no access logs",
        fix: "Set `accessLogs` to `{ bucket: <bucket name>, enabled: true }`.",
      });
    }
  },
};
