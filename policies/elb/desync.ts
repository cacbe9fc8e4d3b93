import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { loadBalancerTypes, reads } from "../shared/tokens";
import { isApplication } from "./kinds";

export const albDesync: Control = {
  id: "alb-desync",
  title: "Load balancers guard against request smuggling",
  description: "Application load balancers must use a defensive desync mitigation mode.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "ELB.12",
    controlTower: "CT.ELASTICLOADBALANCING.PR.3",
    checkov: "CKV_AWS_328",
  }),
  remediationSteps: "Set `desyncMitigationMode` to defensive or strictest, or leave it out: defensive is the default.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#desync-mitigation-mode",
  reads: reads(loadBalancerTypes, "loadBalancerType", "desyncMitigationMode"),
  check(resource, report) {
    if (!isApplication(resource)) return;
    const mode = resource.props.at("desyncMitigationMode");
    if (mode.string() === "monitor") {
      report.violation({
        at: mode,
        what: "The load balancer only watches ambiguous requests",
        fix: "Set `desyncMitigationMode` to `defensive` or `strictest`.",
      });
    }
  },
};
