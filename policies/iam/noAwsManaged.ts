import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { attachedArns, attachmentReads } from "./judge/attachedArns";
import { isTooBroad, managedName } from "./judge/managedPolicies";

export const iamNoAwsManaged: Control = {
  id: "iam-no-aws-managed",
  title: "No broad AWS managed policies",
  description: "Roles, users and groups must not have AWS managed policies that allow a whole service or everything.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "IAM.27",
    checkov: "CKV_AWS_274 CKV_AWS_275 CKV2_AWS_56",
    cdkNag: "IAM4",
    cis: "1.22",
  }),
  remediationSteps:
    "Write a policy of your own with the actions and resources that are needed. AWS also widens its managed policies over time, without asking.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
  reads: attachmentReads,
  check(resource, report) {
    report.each(attachedArns(resource), (arn) => {
      const text = String(arn.raw);
      if (!isTooBroad(text)) return;
      report.violation({
        at: arn,
        what: `The AWS managed policy ${managedName(text)} gives far more than one role needs`,
        fix: "Write a policy of your own with the actions and resources that are needed.",
        detail: managedName(text),
      });
    });
  },
};
