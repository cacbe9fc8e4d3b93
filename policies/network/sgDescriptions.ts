import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { Node } from "../shared/node";
import { egressRuleType, groupType, ingressRuleType, ruleType, rulesOf } from "./rules";

export const sgDescriptions: Control = {
  id: "sg-descriptions",
  title: "Security groups and rules are described",
  description: "Security groups and their rules should say what they are for.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: elsewhere({ checkov: "CKV_AWS_23", cdkNag: "EC27", trivy: "AWS-0099 AWS-0124" }),
  remediationSteps: "Set `description` on the group and on each rule.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  reads: {
    [groupType]: ["description", "ingress.description", "egress.description"],
    [ruleType]: ["description"],
    [ingressRuleType]: ["description"],
    [egressRuleType]: ["description"],
  },
  check(resource, report) {
    const judge = (description: Node) => {
      if (description.isUnknown) return;
      // The provider fills in a text that says nothing.
      if (["", "Managed by Pulumi", "Managed by Terraform"].includes((description.string() ?? "").trim())) {
        report.violation({ at: description, what: "Nothing says what it is for", fix: "Set `description`." });
      }
    };
    if (resource.type === groupType) judge(resource.props.at("description"));
    for (const direction of ["ingress", "egress"] as const) {
      report.each([resource.props.at(direction)], () => {
        rulesOf(resource, direction).forEach((rule) => judge(rule.description));
      });
    }
  },
};
