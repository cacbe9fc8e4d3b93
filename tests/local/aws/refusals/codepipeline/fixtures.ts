import { arn, role, roleArn, stored } from "../support";

export const type = "aws:codepipeline/pipeline:Pipeline";

type Values = Record<string, unknown>;

export function action(category: string, provider: string, configuration: Values, more: Values = {}): Values {
  return { name: provider, category, provider, owner: "AWS", version: "1", configuration, ...more };
}

const connection = {
  ConnectionArn: arn("codeconnections", "connection/c"),
  FullRepositoryId: "o/r",
  BranchName: "main",
};
export const source = action("Source", "CodeStarSourceConnection", connection, {
  name: "Source",
  namespace: "source",
  outputArtifacts: ["source"],
});
export const build = action(
  "Build",
  "CodeBuild",
  { ProjectName: "build" },
  {
    name: "Build",
    inputArtifacts: ["source"],
    outputArtifacts: ["image"],
    namespace: "build",
  },
);
export const approval = action("Approval", "Manual", {}, { name: "Approve" });
export const deploy = action(
  "Deploy",
  "ECS",
  { ClusterName: "c", ServiceName: "s" },
  { name: "Deploy", inputArtifacts: ["image"] },
);

export const base = {
  name: "release",
  pipelineType: "V2",
  executionMode: "QUEUED",
  roleArn: roleArn("pipeline"),
  artifactStores: [{ location: "artifacts", type: "S3", encryptionKey: { id: arn("kms", "key/k"), type: "KMS" } }],
  stages: [
    { name: "Source", actions: [source] },
    { name: "Build", actions: [build] },
    { name: "Approve", actions: [approval] },
    { name: "Deploy", actions: [deploy] },
  ],
};

export const store = [
  role("pipeline", "codepipeline.amazonaws.com"),
  role("build", "codebuild.amazonaws.com"),
  stored(type, "taken", { name: "taken" }),
];
