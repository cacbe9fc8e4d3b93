import * as arns from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import type { IntentStatement } from "../shared/intent";

/** What the pipeline and its steps touch, by name; only the key and a connection are named by AWS. */
export interface PipelineResources {
  readonly projectNames: string[];
  readonly artifactBucketName: string;
  readonly keyArn: string;
  readonly source: SourceResource;
  /** Alarms that stage conditions look at. */
  readonly alarmNames: string[];
  /** Topic that hears of approvals. */
  readonly topicArn?: string;
}

/** Exactly one is set. */
export interface SourceResource {
  readonly connection?: { readonly arn: string; readonly repositoryId: string };
  readonly codeCommitRepository?: string;
  readonly imageRepository?: string;
}

/** What the pipeline itself does: fetch the source, hand artifacts over, start projects, ask for approval. */
export function pipelineStatements(where: Surroundings, resources: PipelineResources): IntentStatement[] {
  const { artifactBucketName, keyArn, projectNames, alarmNames, topicArn } = resources;
  return [
    ...sourceStatements(where, resources.source),
    {
      sid: "HandOverArtifacts",
      actions: ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
      resources: [arns.objects(where, artifactBucketName)],
    },
    {
      sid: "FindArtifactBucket",
      actions: ["s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketVersioning"],
      resources: [arns.bucket(where, artifactBucketName)],
    },
    { sid: "UseKey", actions: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"], resources: [keyArn] },
    {
      sid: "RunSteps",
      actions: ["codebuild:BatchGetBuilds", "codebuild:StartBuild"],
      resources: projectNames.map((name) => arns.buildProject(where, name)),
    },
    ...(alarmNames.length === 0
      ? []
      : [
          {
            sid: "WatchAlarms",
            actions: ["cloudwatch:DescribeAlarms"],
            resources: alarmNames.map((name) => arns.alarm(where, name)),
          },
        ]),
    ...(topicArn === undefined ? [] : [{ sid: "AskForApproval", actions: ["sns:Publish"], resources: [topicArn] }]),
  ];
}

function sourceStatements(where: Surroundings, source: SourceResource): IntentStatement[] {
  const { connection, codeCommitRepository, imageRepository } = source;
  if (connection) {
    // Connections made before July 2024 carry the old service prefix, and the permission must match the ARN.
    const prefix = connection.arn.split(":")[2] ?? "codeconnections";
    return [
      {
        sid: "FetchSource",
        actions: [`${prefix}:UseConnection`],
        resources: [connection.arn],
        conditions: { StringEquals: { [`${prefix}:FullRepositoryId`]: [connection.repositoryId] } },
      },
    ];
  }
  if (codeCommitRepository !== undefined) {
    const actions = ["CancelUploadArchive", "GetBranch", "GetCommit", "GetUploadArchiveStatus", "UploadArchive"];
    return [
      {
        sid: "FetchSource",
        actions: actions.map((action) => `codecommit:${action}`),
        resources: [arns.arn(where, "codecommit", codeCommitRepository)],
      },
    ];
  }
  return [
    {
      sid: "FindPromotedImage",
      actions: ["ecr:DescribeImages"],
      resources: [arns.repository(where, imageRepository ?? "")],
    },
  ];
}

/** What starts the pipeline when its source changes. */
export function startStatements(where: Surroundings, pipelineName: string): IntentStatement[] {
  return [
    {
      sid: "StartPipeline",
      actions: ["codepipeline:StartPipelineExecution"],
      resources: [arns.pipeline(where, pipelineName)],
    },
  ];
}
