import type { Control } from "../shared/control";
import type { Node } from "../shared/node";
import { attachedPolicies } from "./judge/attachedPolicies";
import { giverReads, rolePolicyType, roleType } from "./judge/policyGivers";
import { attachmentQuota, countedLength, inlineQuota, quotas, trustQuota } from "./judge/documentLength";

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
    ...giverReads,
    [rolePolicyType]: ["policy", "role"],
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
      if (length > inlineQuota) {
        report.violation({
          at: "inlinePolicies",
          what: `The inline policies of the role have ${length} characters, IAM takes ${inlineQuota}`,
          fix,
        });
      }
      const attached = attachedPolicies(stack, role).length;
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
