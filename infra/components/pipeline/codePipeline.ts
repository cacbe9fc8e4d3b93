import type { Project } from "@pulumi/aws/codebuild/project";
import { Pipeline } from "@pulumi/aws/codepipeline/pipeline";
import type { ComponentResource, Input, Output } from "@pulumi/pulumi";
import * as arns from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import { createRole } from "../shared/iam";
import type { RoleDefinition } from "../shared/iam";
import type { ReleasePipelineArgs } from "./releasePipeline";
import { createStages } from "./stageResources";
import { sourceActionName } from "./stages";
import type { SourceAction } from "./stages";
import type { StepNoun } from "./steps";
import { pipelineTriggers } from "./triggers";

interface PipelineDefinition {
  readonly physicalName: string;
  readonly where: Output<Surroundings>;
  readonly source: SourceAction<Input<string>>;
  readonly projects: Partial<Record<StepNoun, Project>>;
  readonly statements: RoleDefinition["statements"];
  readonly tags: RoleDefinition["tags"];
}

/** The pipeline and the role that it starts its actions with. */
export function createPipeline(
  name: string,
  args: ReleasePipelineArgs,
  { physicalName, where, source, projects, statements, tags }: PipelineDefinition,
  parent: ComponentResource,
): Pipeline {
  const sourceArn = where.apply((at) => arns.pipeline(at, physicalName));
  const description = "Runs the release pipeline";
  const definition = { description, service: "codepipeline", where, sourceArn, statements, tags };
  const role = createRole(`${name}-role`, definition, { parent });
  const encryptionKey = { id: args.encryptionKeyArn, type: "KMS" };
  const triggers = args.source.connection?.triggers;
  return new Pipeline(
    `${name}-pipeline`,
    {
      name: physicalName,
      pipelineType: "V2",
      // One environment, one release at a time, none skipped.
      executionMode: "QUEUED",
      roleArn: role.arn,
      artifactStores: [{ location: args.artifactBucketName, type: "S3", encryptionKey }],
      stages: createStages(args, source, projects),
      triggers: triggers && pipelineTriggers(sourceActionName, triggers),
      tags,
    },
    { parent, dependsOn: [role.policy] },
  );
}
