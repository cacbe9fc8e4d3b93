import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { loadBalancerTypes, reads } from "../shared/tokens";

export const albDeleteProtect: Control = {
  id: "alb-delete-protect",
  title: "Load balancers are protected from deletion",
  description: "Load balancers of protected environments must have deletion protection.",
  severity: "medium",
  levels: { dev: "disabled", prod: "mandatory" },
  references: elsewhere({
    securityHub: "ELB.6",
    controlTower: "CT.ELASTICLOADBALANCING.PR.5",
    checkov: "CKV_AWS_150",
    cdkNag: "ELBDeletionProtectionEnabled",
  }),
  remediationSteps: "Set `enableDeletionProtection` to true.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#deletion-protection",
  reads: reads(loadBalancerTypes, "enableDeletionProtection"),
  check({ props }, report) {
    const protection = props.at("enableDeletionProtection");
    if (protection.boolean() !== true) {
      report.violation({
        at: protection,
        what: "The load balancer can be deleted by mistake",
        fix: "Set `enableDeletionProtection` to `true`.",
      });
    }
  },
  remediate() {
    return { enableDeletionProtection: true };
  },
};
