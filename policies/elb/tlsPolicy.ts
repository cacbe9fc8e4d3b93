import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { listenerTypes, reads } from "../shared/tokens";
import { protocolOf } from "./kinds";
import { recommendedSecurityPolicies } from "./securityPolicies";

export const albTlsPolicy: Control = {
  id: "alb-tls-policy",
  title: "Listeners use a recommended TLS policy",
  description: "HTTPS and TLS listeners must use a TLS policy that AWS recommends.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ securityHub: "ELB.17", checkov: "CKV_AWS_103 CKV2_AWS_74", trivy: "AWS-0047" }),
  remediationSteps:
    "Set `sslPolicy` to ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, or another policy of the recommended list.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  reads: reads(listenerTypes, "protocol", "port", "certificateArn", "sslPolicy"),
  check({ props }, report) {
    const protocol = protocolOf(props);
    if (protocol !== "HTTPS" && protocol !== "TLS") return;
    const policy = props.at("sslPolicy");
    // Absent means ELBSecurityPolicy-2016-08, which still speaks TLS 1.0.
    if (!recommendedSecurityPolicies.includes(policy.string() ?? "")) {
      report.violation({
        at: policy,
        what: policy.isAbsent
          ? "Without a policy the listener accepts TLS 1.0"
          : "The TLS policy is not a recommended one",
        fix: "Set `sslPolicy` to `ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09`.",
      });
    }
  },
};
