import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { listenerTypes, reads } from "../shared/tokens";
import type { Node } from "../shared/node";
import { protocolOf } from "./kinds";

/** The default actions; a listener without any is judged as one action that redirects nowhere. */
function actionsOf(listener: Node): Node[] {
  const actions = listener.at("defaultActions").items();
  return actions.length > 0 ? actions : [listener.at("defaultActions")];
}

export const albHttps: Control = {
  id: "alb-https",
  title: "Load balancer listeners speak HTTPS",
  description: "Listeners of application load balancers must use HTTPS, or redirect all HTTP to it.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "ELB.18",
    controlTower: "CT.ELASTICLOADBALANCING.PR.9",
    checkov: "CKV_AWS_2 CKV_AWS_378",
    cdkNag: "ELBv2ACMCertificateRequired",
    trivy: "AWS-0054",
  }),
  remediationSteps:
    "Set `protocol` to HTTPS with a `certificateArn`. Keep an HTTP listener only if its one default action redirects to HTTPS.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
  reads: reads(
    listenerTypes,
    "protocol",
    "port",
    "certificateArn",
    "defaultActions.type",
    "defaultActions.redirect.protocol",
  ),
  check({ props }, report) {
    const protocol = protocolOf(props);
    // TLS, TCP and the others belong to network load balancers, GENEVE to gateways: TCP passes TLS through to the target.
    if (protocol !== "HTTP") return;
    report.each(actionsOf(props), (action) => {
      const target = action.at("redirect", "protocol");
      // The protocol of a redirect defaults to the one of the request.
      if (action.at("type").string() === "redirect" && target.string() === "HTTPS") return;
      report.violation({
        at: props.at("protocol"),
        what: "The listener answers plain HTTP",
        fix: "Set `protocol` to `HTTPS`, or make its default action a redirect with `redirect.protocol` `HTTPS`.",
      });
    });
  },
};
