import type { Control } from "../shared/control";
import { loadBalancerTypes, reads } from "../shared/tokens";
import { isApplication } from "./kinds";

export const albXff: Control = {
  id: "alb-xff",
  title: "Load balancers say how they treat X-Forwarded-For",
  description: "Application load balancers should set how X-Forwarded-For is processed.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps: "Set `xffHeaderProcessingMode` to append, preserve or remove.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html",
  reads: reads(loadBalancerTypes, "loadBalancerType", "xffHeaderProcessingMode"),
  check(resource, report) {
    if (!isApplication(resource)) return;
    const mode = resource.props.at("xffHeaderProcessingMode");
    if (mode.isAbsent) {
      report.violation({
        at: mode,
        what: "Nothing says how X-Forwarded-For is processed",
        fix: "Set `xffHeaderProcessingMode` to `append`.",
      });
    }
  },
};
