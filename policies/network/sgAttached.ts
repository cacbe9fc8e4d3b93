import type { Control } from "../shared/control";
import type { StackResource } from "../shared/resource";
import { egressRuleType, groupType, ingressRuleType, ruleType } from "./rules";

const listProperties = [
  "securityGroups",
  "vpcSecurityGroupIds",
  "securityGroupIds",
  "networkConfiguration",
  "vpcConfig",
];

function names(resource: StackResource, id: string): boolean {
  return listProperties.some((property) => JSON.stringify(resource.props.at(property).raw ?? null).includes(id));
}

export const sgAttached: Control = {
  id: "sg-attached",
  title: "Security groups are used",
  description: "Security groups should be used by something.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: ["checkov CKV2_AWS_5"],
  remediationSteps: "Remove the group, or give it to what it is meant for.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-groups.html",
  reads: { [groupType]: [] },
  checkStack(stack, report) {
    const rules = [ruleType, ingressRuleType, egressRuleType];
    const used = new Set(
      stack.all
        .filter(({ type }) => !rules.includes(type))
        .flatMap((resource) =>
          resource.dependencies.filter((dependency) => dependency !== resource).map(({ urn }) => urn),
        ),
    );
    for (const rule of stack.ofType(...rules)) {
      // A rule names its own group, and that is no use; the group that it lets in is used.
      for (const source of ["referencedSecurityGroupId", "sourceSecurityGroupId"]) {
        rule.propertyDependencies[source]?.forEach(({ urn }) => used.add(urn));
      }
    }
    for (const group of stack.ofType(groupType).filter(({ urn }) => !used.has(urn))) {
      const id = group.props.at("id");
      // A program may hand the id on as a plain text.
      if (id.isKnown && typeof id.raw === "string" && stack.all.some((other) => names(other, id.raw as string)))
        continue;
      report.violation({ on: group, at: "", what: "Nothing uses the group", fix: "Remove it." });
    }
  },
};
