import * as arns from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import type { IntentStatement } from "../shared/intent";

/** Everything the build role touches, by name; only the key and network are named by AWS. */
export interface BuildResources {
  readonly project: string;
  readonly repositoryName: string;
  readonly artifactBucketName: string;
  readonly logGroupName: string;
  readonly keyArn: string;
  /** Repository prefixes of pull-through caches that base images come from. */
  readonly baseImagePrefixes: string[];
  /** Subnets the project runs in; empty outside a VPC. */
  readonly subnetArns: string[];
  /** Profile that ECR signs with when this role pushes. */
  readonly signingProfileArn?: string;
}

export function buildStatements(where: Surroundings, resources: BuildResources): IntentStatement[] {
  const { project, repositoryName, artifactBucketName, logGroupName, keyArn, signingProfileArn } = resources;
  return [
    // The login token belongs to the registry: the action knows no resource.
    { sid: "RegistryLogin", actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
    {
      sid: "PushAndScanImage",
      actions: [
        "ecr:BatchCheckLayerAvailability",
        "ecr:BatchGetImage",
        "ecr:CompleteLayerUpload",
        "ecr:DescribeImageScanFindings",
        "ecr:DescribeImages",
        "ecr:GetDownloadUrlForLayer",
        "ecr:InitiateLayerUpload",
        "ecr:PutImage",
        "ecr:UploadLayerPart",
      ],
      resources: [arns.repository(where, repositoryName)],
    },
    {
      sid: "WriteLogs",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [arns.logStreams(where, logGroupName)],
    },
    {
      sid: "ReadSourceWriteReports",
      actions: ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
      resources: [arns.objects(where, artifactBucketName)],
    },
    {
      sid: "FindArtifactBucket",
      actions: ["s3:GetBucketAcl", "s3:GetBucketLocation"],
      resources: [arns.bucket(where, artifactBucketName)],
    },
    { sid: "UseKey", actions: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"], resources: [keyArn] },
    {
      sid: "PublishTestReports",
      actions: [
        "codebuild:BatchPutCodeCoverages",
        "codebuild:BatchPutTestCases",
        "codebuild:CreateReport",
        "codebuild:UpdateReport",
      ],
      resources: [arns.reportGroups(where, project)],
    },
    ...pullThrough(where, resources.baseImagePrefixes),
    ...network(where, resources.subnetArns),
    ...(signingProfileArn === undefined
      ? []
      : [{ sid: "SignPushedImages", actions: ["signer:SignPayload"], resources: [signingProfileArn] }]),
  ];
}

/** The first pull of an image through a cache creates its repository. */
function pullThrough(where: Surroundings, prefixes: string[]): IntentStatement[] {
  if (prefixes.length === 0) return [];
  return [
    {
      sid: "PullBaseImages",
      actions: [
        "ecr:BatchCheckLayerAvailability",
        "ecr:BatchGetImage",
        "ecr:BatchImportUpstreamImage",
        "ecr:CreateRepository",
        "ecr:GetDownloadUrlForLayer",
      ],
      resources: prefixes.map((prefix) => arns.repository(where, `${prefix}/*`)),
    },
  ];
}

/** CodeBuild in a VPC: creating an interface cannot be narrowed, handing it to CodeBuild can. */
function network(where: Surroundings, subnetArns: string[]): IntentStatement[] {
  if (subnetArns.length === 0) return [];
  const interfaces = [arns.arn(where, "ec2", "network-interface/*")];
  const describe = ["DhcpOptions", "NetworkInterfaces", "SecurityGroups", "Subnets", "Vpcs"];
  return [
    { sid: "CreateInterface", actions: ["ec2:CreateNetworkInterface"], resources: ["*"] },
    { sid: "DescribeNetwork", actions: describe.map((noun) => `ec2:Describe${noun}`), resources: ["*"] },
    {
      sid: "DeleteInterface",
      actions: ["ec2:DeleteNetworkInterface"],
      resources: interfaces,
      conditions: { ArnEquals: { "ec2:Subnet": subnetArns } },
    },
    {
      sid: "HandInterfaceToCodeBuild",
      actions: ["ec2:CreateNetworkInterfacePermission"],
      resources: interfaces,
      conditions: {
        ArnEquals: { "ec2:Subnet": subnetArns },
        StringEquals: { "ec2:AuthorizedService": ["codebuild.amazonaws.com"] },
      },
    },
  ];
}
