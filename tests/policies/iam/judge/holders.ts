import type { Described } from "../../../support/policy";
import { allow, arn, policyDocument } from "../documents";

/** Two halves of an escalation. */
export const pass = policyDocument(
  allow("iam:PassRole", "*", { StringEquals: { "iam:PassedToService": "codebuild.amazonaws.com" } }),
);
export const build = policyDocument(
  allow(["codebuild:CreateProject", "codebuild:StartBuild"], arn("codebuild", "project/a")),
);
export const kinds = {
  role: ["aws:iam/role:Role", "aws:iam/rolePolicy:RolePolicy", "aws:iam/rolePolicyAttachment:RolePolicyAttachment"],
  user: ["aws:iam/user:User", "aws:iam/userPolicy:UserPolicy", "aws:iam/userPolicyAttachment:UserPolicyAttachment"],
  group: [
    "aws:iam/group:Group",
    "aws:iam/groupPolicy:GroupPolicy",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
  ],
} as const;
export type Kind = keyof typeof kinds;
export const exclusive = (kind: Kind) => {
  const name = `${kind[0]?.toUpperCase()}${kind.slice(1)}PolicyAttachmentsExclusive`;
  return `aws:iam/${kind}PolicyAttachmentsExclusive:${name}`;
};

export const holder = (kind: Kind, props: object = {}): Described => ({ type: kinds[kind][0], name: kind, props });
export const inline = (kind: Kind, policy: string): Described => ({
  type: kinds[kind][1],
  name: `${kind}-inline`,
  props: { policy },
  dependsOn: { [kind]: [kind] },
});
export const policy = (text: string): Described => ({
  type: "aws:iam/policy:Policy",
  name: "managed",
  props: { name: "shop-build", policy: text },
});
export const link = (type: string, props: object, dependsOn: Described["dependsOn"] = {}): Described => ({
  type,
  name: "link",
  props,
  dependsOn,
});
