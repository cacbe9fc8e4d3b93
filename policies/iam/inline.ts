import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";

export const iamInline: Control = {
  id: "iam-inline",
  title: "No inline policies",
  description: "Policies must be managed policies, for those whose framework asks for it.",
  severity: "low",
  // Inline is right for a role with one purpose: its rights live and die with it.
  levels: { dev: "disabled", prod: "disabled" },
  references: elsewhere({ cdkNag: "IAMNoInlinePolicy" }),
  remediationSteps: "Create an aws.iam.Policy and attach it.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
  reads: {
    "aws:iam/rolePolicy:RolePolicy": ["policy"],
    "aws:iam/userPolicy:UserPolicy": ["policy"],
    "aws:iam/groupPolicy:GroupPolicy": ["policy"],
    "aws:iam/role:Role": ["inlinePolicies.policy"],
  },
  check({ type, props }, report) {
    const at = type === "aws:iam/role:Role" ? props.at("inlinePolicies") : props.at("policy");
    if (type === "aws:iam/role:Role" && !at.items().some((entry) => entry.isUnknown || !entry.at("policy").isAbsent))
      return;
    report.violation({ at: at.path, what: "The policy is inline", fix: "Create an aws.iam.Policy and attach it." });
  },
};
