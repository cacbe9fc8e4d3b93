import type { Node } from "../../shared/node";
import type { Resource } from "../../shared/resource";

/** Where managed policies are attached, by ARN. */
export const attachmentReads: Readonly<Record<string, readonly string[]>> = {
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": ["policyArn"],
  "aws:iam/policyAttachment:PolicyAttachment": ["policyArn"],
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": ["policyArn"],
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": ["policyArn"],
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": ["policyArns"],
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": ["policyArns"],
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": ["policyArns"],
  "aws:iam/role:Role": ["managedPolicyArns"],
};

/**
 * The ARNs of attached policies. One that is unknown is a policy of this stack, which is judged by itself: ARNs of AWS's
 * own policies are never unknown.
 */
export function attachedArns({ type, props }: Resource): readonly Node[] {
  const list = props.at(...(attachmentReads[type] ?? []));
  return list.isUnknown ? [] : list.items().filter((arn) => arn.isKnown && typeof arn.raw === "string");
}
