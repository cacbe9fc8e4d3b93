/** Patterns of EventBridge rules. Each names what it listens to: a rule that matches everything matches nothing. */
export type EventPattern = Record<string, unknown>;

/** The tag moved, here or by replication from where the image was built. */
export function imagePromoted(repositoryName: string, tag: string): EventPattern {
  return {
    source: ["aws.ecr"],
    "detail-type": ["ECR Image Action", "ECR Replication Action"],
    detail: {
      "action-type": ["PUSH", "REPLICATE"],
      result: ["SUCCESS"],
      "repository-name": [repositoryName],
      "image-tag": [tag],
    },
  };
}

export function branchUpdated(repositoryArn: string, branch: string): EventPattern {
  return {
    source: ["aws.codecommit"],
    "detail-type": ["CodeCommit Repository State Change"],
    resources: [repositoryArn],
    detail: { event: ["referenceCreated", "referenceUpdated"], referenceType: ["branch"], referenceName: [branch] },
  };
}

export function executionEnded(pipelineName: string, states: string[]): EventPattern {
  return {
    source: ["aws.codepipeline"],
    "detail-type": ["CodePipeline Pipeline Execution State Change"],
    detail: { pipeline: [pipelineName], state: states },
  };
}
