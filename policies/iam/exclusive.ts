import type { Control } from "../shared/control";
import type { Node } from "../shared/node";
import { naming } from "./judge/attachedPolicies";
import { policyAttachmentType, roleAttachmentType, rolePolicyType, roleType } from "./judge/policyGivers";

const exclusiveType = "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive";

export const iamExclusive: Control = {
  id: "iam-exclusive",
  title: "One way to give a role its policies",
  description: "A role's policies must be listed on the role or attached from outside, not both.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Use either `managedPolicyArns` and `inlinePolicies` of the role, or RolePolicyAttachment and RolePolicy: the first removes what the second adds, on every other update.",
  url: "https://www.pulumi.com/registry/packages/aws/api-docs/iam/role/",
  reads: {
    [roleType]: ["managedPolicyArns", "inlinePolicies.name"],
    [roleAttachmentType]: ["role", "policyArn"],
    [rolePolicyType]: ["role", "name"],
    [policyAttachmentType]: ["roles", "policyArn"],
    [exclusiveType]: ["roleName", "policyArns"],
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(roleType), (role) => {
      const single = stack.linked([roleAttachmentType], "role", role);
      const attachments = [...single, ...naming(stack, policyAttachmentType, "roles", role)];
      const exclusives = stack.linked([exclusiveType], "roleName", role);
      const arns = foreignTo(
        role.props.at("managedPolicyArns"),
        attachments.map(({ props }) => props.at("policyArn")),
      );
      if (arns && attachments.length + exclusives.length > 0) {
        const others = [...exclusives, ...attachments][0]?.type.split(":")[2];
        report.violation({
          at: "managedPolicyArns",
          what: `The role lists managed policies and has a ${others} as well`,
          fix: "Keep one of the two.",
        });
      }
      const inline = role.props.at("inlinePolicies");
      const policies = stack.linked([rolePolicyType], "role", role);
      const names = inline.isUnknown ? [] : inline.items().flatMap((entry) => (entry.at("name").raw as string) ?? []);
      if (policies.length > 0 && names.some((name) => !policies.some(({ props }) => props.at("name").raw === name))) {
        report.violation({
          at: "inlinePolicies",
          what: "The role lists inline policies and has a RolePolicy as well",
          fix: "Keep one of the two.",
        });
      }
    });
  },
};

/** True when the list has an entry of its own: after an update the provider also lists what attachments have added. */
function foreignTo(list: Node, attached: readonly Node[]): boolean {
  if (list.isUnknown) return false;
  return list.items().some((arn) => !attached.some((other) => other.raw === arn.raw));
}
