export interface ActionType {
  category: string;
  provider: string;
  /** Least and most input artifacts. */
  inputs: readonly [number, number];
  outputs: readonly [number, number];
  /** Configuration keys that must be there. */
  required: readonly string[];
  isV2Only?: boolean;
}

function type(
  category: string,
  provider: string,
  inputs: readonly [number, number],
  outputs: readonly [number, number],
  ...required: string[]
): ActionType {
  return { category, provider, inputs, outputs, required };
}

function v2(actionType: ActionType): ActionType {
  return { ...actionType, isV2Only: true };
}

/** Actions of owner AWS. https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-valid-providers.html */
export const actionTypes: readonly ActionType[] = [
  type("Source", "S3", [0, 0], [1, 1], "S3Bucket", "S3ObjectKey"),
  type("Source", "CodeCommit", [0, 0], [1, 1], "RepositoryName", "BranchName"),
  type("Source", "ECR", [0, 0], [1, 1], "RepositoryName"),
  type("Source", "CodeStarSourceConnection", [0, 0], [1, 1], "ConnectionArn", "FullRepositoryId", "BranchName"),
  type("Build", "CodeBuild", [1, 5], [0, 5], "ProjectName"),
  v2(type("Build", "ECRBuildAndPublish", [1, 1], [0, 0], "ECRRepositoryName")),
  type("Test", "CodeBuild", [1, 5], [0, 5], "ProjectName"),
  type("Test", "DeviceFarm", [1, 1], [0, 0]),
  type("Deploy", "S3", [1, 1], [0, 0], "BucketName", "Extract"),
  type("Deploy", "ECS", [1, 1], [0, 0], "ClusterName", "ServiceName"),
  type("Deploy", "CodeDeploy", [1, 1], [0, 0], "ApplicationName", "DeploymentGroupName"),
  type("Deploy", "CodeDeployToECS", [1, 5], [0, 0], "ApplicationName", "DeploymentGroupName"),
  type("Deploy", "CloudFormation", [0, 10], [0, 1], "ActionMode", "StackName"),
  type("Deploy", "CloudFormationStackSet", [1, 10], [0, 0], "StackSetName"),
  type("Deploy", "CloudFormationStackInstances", [0, 1], [0, 0], "StackSetName"),
  type("Deploy", "ElasticBeanstalk", [1, 1], [0, 0], "ApplicationName", "EnvironmentName"),
  type("Deploy", "ServiceCatalog", [1, 1], [0, 0]),
  type("Deploy", "AppConfig", [1, 1], [0, 0], "Application", "Environment", "ConfigurationProfile"),
  v2(type("Deploy", "EC2", [1, 1], [0, 0])),
  v2(type("Deploy", "EKS", [0, 1], [0, 0], "ClusterName")),
  v2(type("Deploy", "Lambda", [1, 1], [0, 0], "FunctionName")),
  type("Approval", "Manual", [0, 0], [0, 0]),
  type("Invoke", "Lambda", [0, 5], [0, 5], "FunctionName"),
  type("Invoke", "StepFunctions", [0, 1], [0, 1], "StateMachineArn"),
  v2(type("Invoke", "InspectorScan", [0, 1], [0, 1], "InspectorRunMode")),
  v2(type("Invoke", "CodePipeline", [0, 0], [0, 0], "PipelineName")),
  v2(type("Compute", "Commands", [1, 10], [0, 1])),
];

export const categories = ["Source", "Build", "Deploy", "Test", "Invoke", "Approval", "Compute"];
