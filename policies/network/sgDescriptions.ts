import type { Control } from "../shared/control";
import { egressRuleType, groupType, ingressRuleType, ruleType, rulesOf } from "./rules";

export const sgDescriptions: Control = {
  id: "sg-descriptions",
  title: "Security groups and rules are described",
  description: "Security groups and their rules should say what they are for.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: ["checkov CKV_AWS_23", "cdk-nag EC27", "trivy AWS-0099", "trivy AWS-0124"],
  remediationSteps: "Set `description` on the group and on each rule.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  reads: {
    [groupType]: ["description", "ingress.description", "egress.description"],
    [ruleType]: ["description"],
    [ingressRuleType]: ["description"],
    [egressRuleType]: ["description"],
  },
  check(resource, report) {
    const rules = (["ingress", "egress"] as const).flatMap((direction) => rulesOf(resource, direction));
    const descriptions = rules.map((rule) => rule.description);
    if (resource.type === groupType) descriptions.unshift(resource.props.at("description"));
    for (const description of descriptions) {
      if (description.isUnknown) continue;
      // The provider fills in a text that says nothing.
      if (["", "Managed by Pulumi", "Managed by Terraform"].includes(description.string() ?? "")) {
        report.violation({ at: description, what: "Nothing says what it is for", fix: "Set `description`." });
      }
    }
  },
};
