/**
 * Whether the ARN stands for the user who calls, as AWS documents it for users who manage their own credentials: such a
 * user is of the own account, whatever stands in its place.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html
 */
export function isCallingUser(arn: string): boolean {
  return /^arn:[^:]+:iam::[^:]*:(user|mfa|sms-mfa)\/([^*?]*\/)?\$\{aws:username\}$/i.test(arn);
}

/** Whether the ARN carries the caller's id, which no other caller of any account has, as AWS documents it for sessions. */
export function namesCaller(arn: string): boolean {
  return isCallingUser(arn) || /\$\{aws:userid\}/i.test(arn);
}
