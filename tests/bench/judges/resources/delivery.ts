import type { Kind } from "./kind";

const key = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000000";
const role = "arn:aws:iam::123456789012:role/shop";
const connection = "arn:aws:codeconnections:eu-west-1:123456789012:connection/0a1b2c3d-0000-4000-8000-000000000000";
const expiry = (selection: object) => ({ rules: [{ rulePriority: 1, selection, action: { type: "expire" } }] });
const untagged = expiry({ tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 14 });
const everything = expiry({ tagStatus: "any", countType: "sinceImagePushed", countUnit: "days", countNumber: 1 });

const repository: Kind = {
  kind: "ECR repository",
  resources: [
    {
      type: "aws:ecr/repository:Repository",
      name: "it",
      props: {
        name: "shop",
        imageTagMutability: "IMMUTABLE",
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key }],
      },
    },
    {
      type: "aws:ecr/lifecyclePolicy:LifecyclePolicy",
      name: "lifecycle",
      props: { repository: "<it.name>", policy: untagged },
    },
  ],
  cloudFormation: {
    It: {
      Type: "AWS::ECR::Repository",
      Properties: {
        ImageTagMutability: "IMMUTABLE",
        ImageScanningConfiguration: { ScanOnPush: true },
        EncryptionConfiguration: { EncryptionType: "KMS", KmsKey: key },
        LifecyclePolicy: { LifecyclePolicyText: JSON.stringify(untagged) },
      },
    },
  },
  faults: [
    {
      breaks: ["ecr-scan-on-push"],
      reason: "images are not scanned",
      change: { "it.imageScanningConfiguration.scanOnPush": false },
      template: { "It.ImageScanningConfiguration.ScanOnPush": false },
    },
    {
      breaks: ["ecr-kms-cmk"],
      reason: "encrypted with a key of S3's",
      change: { "it.encryptionConfigurations": [{ encryptionType: "AES256" }] },
      template: { "It.EncryptionConfiguration": { EncryptionType: "AES256" } },
    },
    {
      breaks: ["ecr-kms-cmk"],
      reason: "encrypted with the key that AWS manages",
      change: { "it.encryptionConfigurations": [{ encryptionType: "KMS" }] },
      template: { "It.EncryptionConfiguration": { EncryptionType: "KMS" } },
    },
    {
      breaks: ["ecr-immutable-tags"],
      reason: "tags can be moved",
      change: { "it.imageTagMutability": "MUTABLE" },
      template: { "It.ImageTagMutability": "MUTABLE" },
    },
    {
      breaks: ["ecr-lifecycle"],
      reason: "no lifecycle policy",
      change: { lifecycle: undefined },
      template: { "It.LifecyclePolicy": undefined },
    },
    {
      breaks: ["ecr-lifecycle"],
      reason: "the running image expires after a day",
      change: { "lifecycle.policy": everything },
      template: { "It.LifecyclePolicy.LifecyclePolicyText": JSON.stringify(everything) },
    },
  ],
};

const project: Kind = {
  kind: "CodeBuild project",
  resources: [
    {
      type: "aws:codebuild/project:Project",
      name: "it",
      props: {
        name: "shop",
        serviceRole: role,
        encryptionKey: key,
        artifacts: { type: "S3", location: "shop-artifacts" },
        environment: {
          computeType: "BUILD_GENERAL1_SMALL",
          image: "aws/codebuild/amazonlinux-x86_64-standard:5.0",
          type: "LINUX_CONTAINER",
          environmentVariables: [{ name: "STAGE", value: "prod" }],
        },
        source: {
          type: "GITHUB",
          location: "https://github.com/acme/shop.git",
          auth: { type: "CODECONNECTIONS", resource: connection },
        },
        logsConfig: { cloudwatchLogs: { status: "ENABLED", groupName: "/builds/shop" } },
      },
    },
  ],
  cloudFormation: {
    It: {
      Type: "AWS::CodeBuild::Project",
      Properties: {
        ServiceRole: role,
        EncryptionKey: key,
        Artifacts: { Type: "S3", Location: "shop-artifacts" },
        Environment: {
          ComputeType: "BUILD_GENERAL1_SMALL",
          Image: "aws/codebuild/amazonlinux-x86_64-standard:5.0",
          Type: "LINUX_CONTAINER",
          EnvironmentVariables: [{ Name: "STAGE", Value: "prod" }],
        },
        Source: {
          Type: "GITHUB",
          Location: "https://github.com/acme/shop.git",
          Auth: { Type: "CODECONNECTIONS", Resource: connection },
        },
        LogsConfig: { CloudWatchLogs: { Status: "ENABLED", GroupName: "/builds/shop" } },
      },
    },
  },
  faults: [
    {
      breaks: ["cb-privileged"],
      reason: "builds run privileged",
      change: { "it.environment.privilegedMode": true },
      template: { "It.Environment.PrivilegedMode": true },
    },
    {
      breaks: ["cb-env-creds"],
      reason: "an AWS access key in plain text",
      change: { "it.environment.environmentVariables.0": { name: "AWS_SECRET_ACCESS_KEY", value: "not-a-real-one" } },
      template: { "It.Environment.EnvironmentVariables.0": { Name: "AWS_SECRET_ACCESS_KEY", Value: "not-a-real-one" } },
    },
    {
      breaks: ["cb-env-creds"],
      reason: "a database password in plain text",
      change: { "it.environment.environmentVariables.0": { name: "DB_PASSWORD", value: "not-a-real-one" } },
      template: { "It.Environment.EnvironmentVariables.0": { Name: "DB_PASSWORD", Value: "not-a-real-one" } },
    },
    {
      breaks: ["cb-kms"],
      reason: "no key of one's own",
      change: { "it.encryptionKey": undefined },
      template: { "It.EncryptionKey": undefined },
    },
    {
      breaks: ["cb-source-url"],
      reason: "a token in the source's address",
      change: { "it.source": { type: "GITHUB", location: "https://x:token@github.com/acme/shop.git" } },
      template: { "It.Source": { Type: "GITHUB", Location: "https://x:token@github.com/acme/shop.git" } },
    },
    {
      breaks: ["cb-logs"],
      reason: "no logs",
      change: { "it.logsConfig.cloudwatchLogs": { status: "DISABLED" } },
      template: { "It.LogsConfig.CloudWatchLogs": { Status: "DISABLED" } },
    },
    {
      breaks: ["cb-managed-image"],
      reason: "an image from anywhere",
      change: { "it.environment.image": "docker.io/somebody/builder:latest" },
      template: { "It.Environment.Image": "docker.io/somebody/builder:latest" },
    },
    {
      breaks: ["cb-artifacts-encrypted"],
      reason: "artifacts are not encrypted",
      change: { "it.artifacts.encryptionDisabled": true },
      template: { "It.Artifacts.EncryptionDisabled": true },
    },
    {
      breaks: ["cb-s3logs-encrypted"],
      reason: "logs in S3 are not encrypted",
      change: { "it.logsConfig.s3Logs": { status: "ENABLED", location: "shop-logs/builds", encryptionDisabled: true } },
      template: {
        "It.LogsConfig.S3Logs": { Status: "ENABLED", Location: "shop-logs/builds", EncryptionDisabled: true },
      },
    },
    {
      breaks: ["cb-visibility"],
      reason: "builds are public",
      change: { "it.projectVisibility": "PUBLIC_READ" },
      template: { "It.Visibility": "PUBLIC_READ" },
    },
  ],
};

const sourceConfiguration = {
  ConnectionArn: connection,
  FullRepositoryId: "acme/shop",
  BranchName: "main",
};
const oauth = { Owner: "acme", Repo: "shop", Branch: "main", OAuthToken: "not-a-real-one" };

const pipeline: Kind = {
  kind: "CodePipeline pipeline",
  resources: [
    {
      type: "aws:codepipeline/pipeline:Pipeline",
      name: "it",
      props: {
        name: "shop",
        roleArn: role,
        pipelineType: "V2",
        artifactStores: [{ type: "S3", location: "shop-artifacts", encryptionKey: { id: key, type: "KMS" } }],
        stages: [
          {
            name: "Source",
            actions: [
              {
                ...{ name: "Source", category: "Source", owner: "AWS", provider: "CodeStarSourceConnection" },
                ...{ version: "1", outputArtifacts: ["source"], configuration: sourceConfiguration },
              },
            ],
          },
          {
            name: "Build",
            actions: [
              {
                ...{ name: "Build", category: "Build", owner: "AWS", provider: "CodeBuild", version: "1" },
                ...{ inputArtifacts: ["source"], configuration: { ProjectName: "shop" } },
              },
            ],
          },
        ],
      },
    },
  ],
  cloudFormation: {
    It: {
      Type: "AWS::CodePipeline::Pipeline",
      Properties: {
        RoleArn: role,
        PipelineType: "V2",
        ArtifactStore: { Type: "S3", Location: "shop-artifacts", EncryptionKey: { Id: key, Type: "KMS" } },
        Stages: [
          {
            Name: "Source",
            Actions: [
              {
                Name: "Source",
                ActionTypeId: { Category: "Source", Owner: "AWS", Provider: "CodeStarSourceConnection", Version: "1" },
                OutputArtifacts: [{ Name: "source" }],
                Configuration: sourceConfiguration,
              },
            ],
          },
          {
            Name: "Build",
            Actions: [
              {
                Name: "Build",
                ActionTypeId: { Category: "Build", Owner: "AWS", Provider: "CodeBuild", Version: "1" },
                InputArtifacts: [{ Name: "source" }],
                Configuration: { ProjectName: "shop" },
              },
            ],
          },
        ],
      },
    },
  },
  faults: [
    {
      breaks: ["cp-artifact-kms"],
      reason: "artifacts without a key of one's own",
      change: { "it.artifactStores.0.encryptionKey": undefined },
      template: { "It.ArtifactStore.EncryptionKey": undefined },
    },
    {
      breaks: ["cp-no-github-v1"],
      reason: "a GitHub token in the source",
      change: {
        "it.stages.0.actions.0.owner": "ThirdParty",
        "it.stages.0.actions.0.provider": "GitHub",
        "it.stages.0.actions.0.configuration": oauth,
      },
      template: {
        "It.Stages.0.Actions.0.ActionTypeId.Owner": "ThirdParty",
        "It.Stages.0.Actions.0.ActionTypeId.Provider": "GitHub",
        "It.Stages.0.Actions.0.Configuration": oauth,
      },
    },
  ],
};

export const delivery: readonly Kind[] = [repository, project, pipeline];
