import { servicePrincipals } from "../../documents/principals";
import type { Statement } from "../../documents/statement";

/**
 * Services that act for whoever asks them: a role that trusts one must say for which account, or another customer can
 * make the service use it. AWS documents the condition for each of them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export const confusableServices: Readonly<Record<string, string>> = {
  "codebuild.amazonaws.com":
    "https://docs.aws.amazon.com/codebuild/latest/userguide/cross-service-confused-deputy-prevention.html",
  "codepipeline.amazonaws.com":
    "https://docs.aws.amazon.com/codepipeline/latest/userguide/cross-service-confused-deputy-prevention.html",
  "codedeploy.amazonaws.com":
    "https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-service-role.html",
  "ecs-tasks.amazonaws.com": "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
  "events.amazonaws.com":
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html",
  "scheduler.amazonaws.com":
    "https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html",
  "pipes.amazonaws.com":
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html",
  "vpc-flow-logs.amazonaws.com": "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html",
  "sns.amazonaws.com": "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html",
  "cloudwatch.amazonaws.com":
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cross-service-confused-deputy-prevention.html",
  "logs.amazonaws.com":
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cross-service-confused-deputy-prevention.html",
  "s3.amazonaws.com": "https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html",
  "states.amazonaws.com": "https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html",
  "firehose.amazonaws.com": "https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html",
  "config.amazonaws.com":
    "https://docs.aws.amazon.com/config/latest/developerguide/cross-service-confused-deputy-prevention.html",
};

/** Each service once: a role may name it by the name that it has in each region, and that is one thing to correct. */
export function confusablePrincipals(statement: Statement): ReturnType<typeof servicePrincipals> {
  return servicePrincipals(statement).filter(
    ({ service }, index, all) =>
      Object.hasOwn(confusableServices, service) && all.findIndex((other) => other.service === service) === index,
  );
}
