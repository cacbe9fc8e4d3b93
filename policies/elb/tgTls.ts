import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { targetGroupTypes, reads } from "../shared/tokens";

export const albTgTls: Control = {
  id: "alb-tg-tls",
  title: "Target groups use TLS",
  description: "Target groups should use an encrypted protocol.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: elsewhere({ securityHub: "ELB.22", checkov: "CKV_AWS_378" }),
  remediationSteps: "Set `protocol` to HTTPS (or TLS for a network load balancer) and serve TLS in the container.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
  reads: reads(targetGroupTypes, "targetType", "protocol"),
  check({ props }, report) {
    // A function has no protocol, and an application load balancer as target ends TLS itself.
    if (["lambda", "alb"].includes(props.at("targetType").string() ?? "")) return;
    const protocol = props.at("protocol");
    if (!["HTTPS", "TLS", "QUIC", "TCP_QUIC", "GENEVE"].includes(protocol.string() ?? "")) {
      report.violation({
        at: protocol,
        what: "Traffic to the targets is not encrypted",
        fix: "Set `protocol` to `HTTPS`.",
      });
    }
  },
};
