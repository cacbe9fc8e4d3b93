import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { targetGroupTypes, reads } from "../shared/tokens";

const fix = 'Set `healthCheck` to `{ path: "/healthz" }` or the path that your service answers.';

export const albTgHealth: Control = {
  id: "alb-tg-health",
  title: "Target groups check a path",
  description: "Target groups of HTTP must define a health check with a path.",
  severity: "low",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV_AWS_261" }),
  remediationSteps: "Set `healthCheck` with the `path` that answers only when the service can work.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
  reads: reads(targetGroupTypes, "targetType", "protocol", "healthCheck.enabled", "healthCheck.path"),
  check({ props }, report) {
    if (props.at("targetType").string() === "lambda") return;
    const check = props.at("healthCheck");
    if (check.at("enabled").boolean() === false) {
      report.violation({ at: check.at("enabled"), what: "The health check is switched off", fix });
      return;
    }
    // Without a path the load balancer asks for `/`, which tells little about the service. Other protocols have no path,
    // and without a block AWS checks that the target takes connections.
    const protocol = props.at("protocol");
    const speaksHttp = protocol.isUnknown || ["HTTP", "HTTPS"].includes(protocol.string() ?? "HTTP");
    if (speaksHttp && check.at("path").isAbsent) {
      report.violation({ at: check.at("path"), what: "The target group checks no path of its own", fix });
    }
  },
};
