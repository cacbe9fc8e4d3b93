import * as arns from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import type { IntentStatement } from "../shared/intent";

/** What every step touches. */
export interface StepResources {
  /** Names the step in its statements. */
  readonly step: string;
  readonly logGroupName: string;
  readonly artifactBucketName: string;
  readonly keyArn: string;
}

/** What deployment and verification touch. */
export interface ServiceResources {
  readonly clusterName: string;
  readonly serviceName: string;
  readonly repositoryName: string;
  readonly executionRoleArn: string;
  readonly taskRoleArn: string;
  readonly imageParameterName: string;
}

/** What CodeBuild itself does for a step: logs, and the artifact that every action must take. */
export function stepStatements(where: Surroundings, resources: StepResources): IntentStatement[] {
  const { step, logGroupName, artifactBucketName, keyArn } = resources;
  return [
    {
      sid: `${step}WriteLogs`,
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [arns.logStreams(where, logGroupName)],
    },
    {
      sid: `${step}ReadArtifact`,
      actions: ["s3:GetObject", "s3:GetObjectVersion"],
      resources: [arns.objects(where, artifactBucketName)],
    },
    { sid: `${step}DecryptArtifact`, actions: ["kms:Decrypt"], resources: [keyArn] },
  ];
}

/** The actions that deploy, each on the narrowest resource it knows. */
export function deployStatements(where: Surroundings, resources: ServiceResources): IntentStatement[] {
  const { clusterName, serviceName, executionRoleArn, taskRoleArn } = resources;
  const service = arns.service(where, clusterName, serviceName);
  const deployments = arns.arn(where, "ecs", `service-deployment/${clusterName}/${serviceName}/*`);
  const family = arns.taskDefinitions(where, serviceName);
  return [
    // Reading a task definition knows no resource.
    { sid: "ReadTaskDefinition", actions: ["ecs:DescribeTaskDefinition"], resources: ["*"] },
    { sid: "RegisterTaskDefinition", actions: ["ecs:RegisterTaskDefinition"], resources: [family] },
    {
      sid: "TagTaskDefinition",
      actions: ["ecs:TagResource"],
      resources: [family],
      conditions: { StringEquals: { "ecs:CreateAction": ["RegisterTaskDefinition"] } },
    },
    { sid: "UpdateService", actions: ["ecs:ListServiceDeployments", "ecs:UpdateService"], resources: [service] },
    {
      sid: "FollowDeployment",
      actions: ["ecs:DescribeServiceDeployments", "ecs:StopServiceDeployment"],
      resources: [service, deployments],
    },
    {
      sid: "GiveTasksTheirRoles",
      actions: ["iam:PassRole"],
      resources: [executionRoleArn, taskRoleArn],
      conditions: { StringEquals: { "iam:PassedToService": ["ecs-tasks.amazonaws.com"] } },
    },
  ];
}

/** What verification reads, and the record it leaves. */
export function verifyStatements(where: Surroundings, resources: ServiceResources): IntentStatement[] {
  const { clusterName, serviceName, repositoryName, imageParameterName } = resources;
  const cluster = arns.cluster(where, clusterName);
  return [
    {
      sid: "ReadDeployments",
      actions: ["ecs:ListServiceDeployments"],
      resources: [arns.service(where, clusterName, serviceName)],
    },
    {
      // Listing tasks knows only container instances, which Fargate does not have.
      sid: "ListTasks",
      actions: ["ecs:ListTasks"],
      resources: ["*"],
      conditions: { ArnEquals: { "ecs:cluster": [cluster] } },
    },
    { sid: "ReadTasks", actions: ["ecs:DescribeTasks"], resources: [arns.arn(where, "ecs", `task/${clusterName}/*`)] },
    { sid: "RecordDigest", actions: ["ssm:PutParameter"], resources: [arns.parameter(where, imageParameterName)] },
    tagStatement(where, "TagRunningImage", repositoryName),
  ];
}

/** Moves the tag that the next environment takes. */
export function promoteStatements(where: Surroundings, repositoryName: string): IntentStatement[] {
  return [tagStatement(where, "TagPromotedImage", repositoryName)];
}

function tagStatement(where: Surroundings, sid: string, repositoryName: string): IntentStatement {
  return {
    sid,
    actions: ["ecr:BatchGetImage", "ecr:DescribeImages", "ecr:PutImage"],
    resources: [arns.repository(where, repositoryName)],
  };
}

/** Reads everything about one image: tags, signature, scan, attestations. */
export function originStatements(where: Surroundings, repositoryName: string): IntentStatement[] {
  const described = ["Images", "ImageScanFindings", "ImageSigningStatus"].map((noun) => `ecr:Describe${noun}`);
  const actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", ...described];
  return [{ sid: "ReadImage", actions, resources: [arns.repository(where, repositoryName)] }];
}
