import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";

const what: Readonly<Record<string, string>> = {
  "aws:iam/user:User": "an IAM user",
  "aws:iam/accessKey:AccessKey": "an access key that never expires",
  "aws:iam/userPolicy:UserPolicy": "a policy of a user",
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": "a policy attached to a user",
  "aws:iam/userLoginProfile:UserLoginProfile": "a password",
};
const attachmentType = "aws:iam/policyAttachment:PolicyAttachment";

export const iamNoUser: Control = {
  id: "iam-no-user",
  title: "No IAM users and access keys",
  description: "Stacks must use roles with temporary credentials, not IAM users, access keys or passwords.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "IAM.2",
    controlTower: "CT.IAM.PR.4",
    checkov: "CKV_AWS_40 CKV_AWS_273 CKV_AWS_348 CKV2_AWS_22",
    cdkNag: "IAMUserNoPolicies",
    trivy: "AWS-0143",
    cis: "1.15",
  }),
  remediationSteps:
    "Give services a role. Let people come through IAM Identity Center and builds outside AWS through an OpenID Connect provider.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
  reads: {
    "aws:iam/user:User": ["name"],
    "aws:iam/accessKey:AccessKey": ["user"],
    "aws:iam/userPolicy:UserPolicy": ["user"],
    "aws:iam/userPolicyAttachment:UserPolicyAttachment": ["user"],
    "aws:iam/userLoginProfile:UserLoginProfile": ["user"],
    [attachmentType]: ["users"],
  },
  check({ type, props }, report) {
    if (type === attachmentType) {
      report.each(props.at("users").items(), (user) => {
        report.violation({ at: user, what: "The policy is attached to a user", fix: "Attach it to a role." });
      });
      return;
    }
    report.violation({
      at: type === "aws:iam/user:User" ? "name" : "user",
      what: `The stack creates ${what[type]}`,
      fix: "Use a role with temporary credentials.",
    });
  },
};
