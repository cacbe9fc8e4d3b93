import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { loadBalancerTypes, reads } from "../shared/tokens";
import { isApplication } from "./kinds";

export const albDropHeaders: Control = {
  id: "alb-drop-headers",
  title: "Load balancers drop invalid headers",
  description: "Application load balancers must drop invalid HTTP headers.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "ELB.4",
    controlTower: "CT.ELASTICLOADBALANCING.PR.4",
    checkov: "CKV_AWS_131",
    cdkNag: "ALBHttpDropInvalidHeaderEnabled",
    trivy: "AWS-0052",
  }),
  remediationSteps: "Set `dropInvalidHeaderFields` to true.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-attributes",
  reads: reads(loadBalancerTypes, "loadBalancerType", "dropInvalidHeaderFields"),
  check(resource, report) {
    if (!isApplication(resource)) return;
    const drop = resource.props.at("dropInvalidHeaderFields");
    if (drop.boolean() !== true) {
      report.violation({
        at: drop,
        what: "The load balancer passes invalid headers on",
        fix: "Set `dropInvalidHeaderFields` to `true`.",
      });
    }
  },
  remediate(resource) {
    return isApplication(resource) ? { dropInvalidHeaderFields: true } : undefined;
  },
};
