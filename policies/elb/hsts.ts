import type { Control } from "../shared/control";
import { listenerTypes, reads } from "../shared/tokens";
import { protocolOf } from "./kinds";

export const albHsts: Control = {
  id: "alb-hsts",
  title: "Listeners send Strict-Transport-Security",
  description: "HTTPS listeners should send a Strict-Transport-Security header.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps: "Set `routingHttpResponseStrictTransportSecurityHeaderValue`, for instance to max-age=31536000.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html",
  reads: reads(
    listenerTypes,
    "protocol",
    "port",
    "certificateArn",
    "routingHttpResponseStrictTransportSecurityHeaderValue",
  ),
  check({ props }, report) {
    if (protocolOf(props) !== "HTTPS") return;
    const header = props.at("routingHttpResponseStrictTransportSecurityHeaderValue");
    if (header.isAbsent || header.string() === "") {
      report.violation({
        at: header,
        what: "Browsers are not told to stay on HTTPS",
        fix: "Set `routingHttpResponseStrictTransportSecurityHeaderValue` to `max-age=31536000`.",
      });
    }
  },
};
