/** Where a role is given to a service, by type and input, and the service that must be able to assume it. */
export interface RoleUse {
  readonly type: string;
  readonly property: string;
  readonly services: readonly string[];
}

const use = (type: string, property: string, ...services: string[]): RoleUse => ({ type, property, services });

export const roleUses: readonly RoleUse[] = [
  use("aws:codebuild/project:Project", "serviceRole", "codebuild.amazonaws.com"),
  use("aws:codepipeline/pipeline:Pipeline", "roleArn", "codepipeline.amazonaws.com"),
  use("aws:codedeploy/deploymentGroup:DeploymentGroup", "serviceRoleArn", "codedeploy.amazonaws.com"),
  use("aws:ecs/taskDefinition:TaskDefinition", "executionRoleArn", "ecs-tasks.amazonaws.com"),
  use("aws:ecs/taskDefinition:TaskDefinition", "taskRoleArn", "ecs-tasks.amazonaws.com"),
  use("aws:cloudwatch/eventTarget:EventTarget", "roleArn", "events.amazonaws.com"),
  use("aws:scheduler/schedule:Schedule", "target", "scheduler.amazonaws.com"),
  use("aws:ec2/flowLog:FlowLog", "iamRoleArn", "vpc-flow-logs.amazonaws.com"),
  use("aws:lambda/function:Function", "role", "lambda.amazonaws.com"),
  use("aws:iam/instanceProfile:InstanceProfile", "role", "ec2.amazonaws.com"),
  use("aws:sfn/stateMachine:StateMachine", "roleArn", "states.amazonaws.com"),
  use("aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate", "customRoleArn", "ecr.amazonaws.com"),
  use(
    "aws:ecr/pullThroughCacheRule:PullThroughCacheRule",
    "customRoleArn",
    "pullthroughcache.ecr.amazonaws.com",
    "ecr.amazonaws.com",
  ),
  use("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "role", "s3.amazonaws.com"),
  use("aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", "roleArn", "logs.amazonaws.com"),
];
