import type { Control } from "../shared/control";
import type { Node } from "../shared/node";
import { roleAttachmentType, rolePolicyType, roleType } from "./judge/attachments";
import { countedLength } from "./judge/documentLength";

/** IAM's quotas, without white space. A trust policy's can be raised to 4,096. */
const quotas: Readonly<Record<string, number>> = {
  "aws:iam/policy:Policy": 6144,
  "aws:iam/rolePolicy:RolePolicy": 10240,
  "aws:iam/userPolicy:UserPolicy": 2048,
  "aws:iam/groupPolicy:GroupPolicy": 5120,
};
const trustQuota = 4096;
const attachmentQuota = 10;
const fix = "Split the document, or join statements that have the same resources.";

export const iamSize: Control = {
  id: "iam-size",
  title: "Documents within IAM's quotas",
  description: "Policy documents and the policies of a role must stay within IAM's quotas.",
  severity: "medium",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Split the document into several managed policies, or join statements that have the same resources.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  reads: {
    ...Object.fromEntries(Object.keys(quotas).map((type) => [type, ["policy"]])),
    [roleType]: ["inlinePolicies.policy", "assumeRolePolicy", "managedPolicyArns"],
    [roleAttachmentType]: ["role"],
  },
  check({ type, props }, report) {
    const tooLong = (at: Node, length: number | undefined, quota: number) => {
      if (length === undefined || length <= quota) return;
      report.violation({ at: at.path, what: `The document has ${length} characters, IAM takes ${quota}`, fix });
    };
    const quota = quotas[type];
    if (quota !== undefined) tooLong(props.at("policy"), countedLength(props.at("policy")), quota);
    if (type !== roleType) return;
    tooLong(props.at("assumeRolePolicy"), countedLength(props.at("assumeRolePolicy")), trustQuota);
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(roleType), (role) => {
      const inline = role.props.at("inlinePolicies");
      const documents = stack.linked([rolePolicyType], "role", role).map(({ props }) => props.at("policy"));
      if (!inline.isUnknown) documents.push(...inline.items().map((entry) => entry.at("policy")));
      const length = documents.reduce((sum, document) => sum + (countedLength(document) ?? 0), 0);
      if (length > 10240) {
        report.violation({
          at: "inlinePolicies",
          what: `The inline policies of the role have ${length} characters, IAM takes 10240`,
          fix,
        });
      }
      const attached = stack.linked([roleAttachmentType], "role", role).length;
      if (attached > attachmentQuota) {
        report.violation({
          at: "managedPolicyArns",
          what: `The role has ${attached} attached policies, IAM takes ${attachmentQuota}`,
          fix: "Join policies.",
        });
      }
    });
  },
};
