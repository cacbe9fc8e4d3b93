export const roleType = "aws:iam/role:Role";
export const userType = "aws:iam/user:User";
export const groupType = "aws:iam/group:Group";
export const policyType = "aws:iam/policy:Policy";
export const rolePolicyType = "aws:iam/rolePolicy:RolePolicy";
export const policyAttachmentType = "aws:iam/policyAttachment:PolicyAttachment";
export const roleAttachmentType = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

/** A resource type that gives policies to a role, user or group: by which input it names the holder, by which the policies. */
export interface PolicyGiver {
  readonly type: string;
  readonly holder: string;
  readonly policies: string;
}

/** What gives policies to a role, a user and a group. */
export const policyGivers: Readonly<Record<string, readonly PolicyGiver[]>> = {
  [roleType]: [
    { type: roleAttachmentType, holder: "role", policies: "policyArn" },
    { type: policyAttachmentType, holder: "roles", policies: "policyArn" },
    {
      type: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
      holder: "roleName",
      policies: "policyArns",
    },
  ],
  [userType]: [
    { type: "aws:iam/userPolicyAttachment:UserPolicyAttachment", holder: "user", policies: "policyArn" },
    { type: policyAttachmentType, holder: "users", policies: "policyArn" },
    {
      type: "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
      holder: "userName",
      policies: "policyArns",
    },
  ],
  [groupType]: [
    { type: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment", holder: "group", policies: "policyArn" },
    { type: policyAttachmentType, holder: "groups", policies: "policyArn" },
    {
      type: "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
      holder: "groupName",
      policies: "policyArns",
    },
  ],
};

/** What gives a holder its policies, by type: for the `reads` of controls that ask for the union. */
export const giverReads: Readonly<Record<string, readonly string[]>> = Object.values(policyGivers)
  .flat()
  .reduce<Record<string, readonly string[]>>(
    (reads, { type, holder, policies }) => ({
      ...reads,
      [type]: [...new Set([...(reads[type] ?? []), holder, policies])],
    }),
    {},
  );
