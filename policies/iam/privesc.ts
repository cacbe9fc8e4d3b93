import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { giverReads, groupType, roleType, userType } from "./judge/policyGivers";
import { defaultCeiling } from "./judge/ceiling";
import { reportEscalations, reportHolderEscalations } from "./judge/escalationReport";
import { identityReads } from "./judge/identityDocuments";

interface Config {
  readonly ceiling: readonly string[];
}

export const iamPrivesc: Control<Config> = {
  id: "iam-privesc",
  title: "No way to more rights",
  description: "What a role may do, all its policies together, must not let it gain rights that it was not given.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    checkov: "CKV_AWS_110 CKV_AWS_286 CKV2_AWS_40",
    parliament: "PRIVILEGE_ESCALATION",
    cloudsplaining: "PrivilegeEscalation",
  }),
  remediationSteps:
    "Take one of the actions away. A role that must pass roles passes exact ones, and these stay within the ceiling: no change to IAM, no whole services.",
  url: "https://pathfinding.cloud/paths/",
  reads: {
    ...identityReads,
    ...giverReads,
    [roleType]: ["inlinePolicies.policy", "managedPolicyArns", "permissionsBoundary", "name"],
    [userType]: ["permissionsBoundary", "name"],
    [groupType]: ["name"],
    "aws:iam/rolePolicy:RolePolicy": ["policy", "role"],
    "aws:iam/userPolicy:UserPolicy": ["policy", "user"],
    "aws:iam/groupPolicy:GroupPolicy": ["policy", "group"],
    "aws:iam/groupMembership:GroupMembership": ["group", "users"],
    "aws:iam/userGroupMembership:UserGroupMembership": ["user", "groups"],
  },
  configSchema: {
    properties: {
      ceiling: {
        type: "array",
        items: { type: "string" },
        default: [...defaultCeiling],
        description:
          "Actions, with wildcards, that a role must not be allowed if other roles may pass it to a service.",
      },
    },
  },
  check(resource, report, context) {
    if (resource.type in identityReads) reportEscalations(resource, report, context);
  },
  checkStack(stack, report, context) {
    reportHolderEscalations(stack, report, context, context.config.ceiling);
  },
};
