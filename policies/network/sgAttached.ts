import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { usersOf } from "./groupUsers";
import { groupType, ruleTypes } from "./rules";

export const sgAttached: Control = {
  id: "sg-attached",
  title: "Security groups are used",
  description: "Security groups should be used by something.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: elsewhere({ securityHub: "EC2.22", checkov: "CKV2_AWS_5" }),
  remediationSteps: "Remove the group, or give it to what it is meant for.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-groups.html",
  reads: { [groupType]: [] },
  checkStack(stack, report) {
    const used = new Set(
      stack.all
        .filter(({ type }) => !ruleTypes.includes(type))
        .flatMap((resource) => resource.dependencies.filter((dependency) => dependency !== resource)),
    );
    for (const rule of stack.ofType(...ruleTypes)) {
      // A rule names its own group, and that is no use; the group that it lets in is used.
      for (const source of ["referencedSecurityGroupId", "sourceSecurityGroupId"]) {
        rule.propertyDependencies[source]?.forEach((group) => used.add(group));
      }
    }
    for (const group of stack.ofType(groupType)) {
      // A program may also hand the id on as a plain text.
      if (used.has(group) || usersOf(stack, group).length > 0) continue;
      report.violation({ on: group, at: "", what: "Nothing uses the group", fix: "Remove it." });
    }
  },
};
