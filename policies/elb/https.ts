import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { listenerRuleTypes, listenerTypes, reads } from "../shared/tokens";
import { protocolOf, protocolReads } from "./kinds";
import { answersItself, defaultActions, leadsToHttps } from "./listenerActions";

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
  reads: {
    ...reads(listenerTypes, ...protocolReads, "defaultActions.type", "defaultActions.redirect.protocol"),
    ...reads(listenerRuleTypes, "listenerArn", "actions.type", "actions.redirect.protocol"),
  },
  check({ type, props }, report) {
    if (!listenerTypes.includes(type)) return;
    const protocol = protocolOf(props);
    // TLS, TCP and the others belong to network load balancers, GENEVE to gateways: TCP passes TLS through to the target.
    if (protocol !== "HTTP") return;
    report.each(defaultActions(props), (action) => {
      if (leadsToHttps(action)) return;
      report.violation({
        at: props.at("protocol"),
        what: "The listener answers plain HTTP",
        fix: "Set `protocol` to `HTTPS`, or make its default action a redirect with `redirect.protocol` `HTTPS`.",
      });
    });
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...listenerRuleTypes), (rule) => {
      const listener = stack.target(rule, "listenerArn", listenerTypes);
      if (!listener || protocolOf(listener.props) !== "HTTP") return;
      report.each(rule.props.at("actions").items(), (action) => {
        if (answersItself(action) || leadsToHttps(action)) return;
        const fix = "Redirect to `HTTPS`, or give the rule to an HTTPS listener.";
        report.violation({ at: action.at("type"), what: "The rule answers plain HTTP", fix });
      });
    });
  },
};
