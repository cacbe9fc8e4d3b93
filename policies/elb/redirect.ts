import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { listenerTypes, reads } from "../shared/tokens";
import { protocolOf } from "./kinds";

export const albRedirect: Control = {
  id: "alb-redirect",
  title: "HTTP redirects permanently to HTTPS",
  description: "HTTP listeners of application load balancers must redirect to HTTPS permanently.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "ELB.1",
    controlTower: "CT.ELASTICLOADBALANCING.PR.1",
    checkov: "CKV2_AWS_20",
    cdkNag: "ALBHttpToHttpsRedirection",
  }),
  remediationSteps:
    "Give the HTTP listener one default action of type redirect with `protocol` HTTPS and `statusCode` HTTP_301.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html",
  reads: reads(
    listenerTypes,
    "protocol",
    "port",
    "certificateArn",
    "defaultActions.type",
    "defaultActions.redirect.statusCode",
  ),
  check({ props }, report) {
    if (protocolOf(props) !== "HTTP") return;
    report.each(props.at("defaultActions").items(), (action) => {
      // A listener that does not redirect at all is the finding of `alb-https`.
      if (action.at("type").string() !== "redirect") return;
      const status = action.at("redirect", "statusCode");
      if (status.string() !== "HTTP_301") {
        report.violation({
          at: status,
          what: "The redirect is not permanent",
          fix: "Set `redirect.statusCode` to `HTTP_301`.",
        });
      }
    });
  },
};
