import type { Control } from "../shared/control";

const what: Readonly<Record<string, string>> = {
  "aws:iam/user:User": "an IAM user",
  "aws:iam/accessKey:AccessKey": "an access key that never expires",
  "aws:iam/userPolicy:UserPolicy": "a policy of a user",
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": "a policy attached to a user",
  "aws:iam/userLoginProfile:UserLoginProfile": "a password",
};

export const iamNoUser: Control = {
  id: "iam-no-user",
  title: "No IAM users and access keys",
  description: "Stacks must use roles with temporary credentials, not IAM users, access keys or passwords.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: ["Security Hub IAM.2", "checkov CKV_AWS_40", "checkov CKV_AWS_273", "trivy AWS-0143"],
  remediationSteps:
    "Give services a role. Let people come through IAM Identity Center and builds outside AWS through an OpenID Connect provider.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
  reads: {
    "aws:iam/user:User": ["name"],
    "aws:iam/accessKey:AccessKey": ["user"],
    "aws:iam/userPolicy:UserPolicy": ["user"],
    "aws:iam/userPolicyAttachment:UserPolicyAttachment": ["user"],
    "aws:iam/userLoginProfile:UserLoginProfile": ["user"],
  },
  check({ type }, report) {
    report.violation({
      at: type === "aws:iam/user:User" ? "name" : "user",
      what: `The stack creates ${what[type]}`,
      fix: "Use a role with temporary credentials.",
    });
  },
};
