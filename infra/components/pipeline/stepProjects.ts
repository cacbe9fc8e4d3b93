import type { Project } from "@pulumi/aws/codebuild/project";
import { all } from "@pulumi/pulumi";
import type { ComponentResource, Output } from "@pulumi/pulumi";
import type { Surroundings } from "../shared/arns";
import { createProject } from "../shared/buildProject";
import { stepName } from "./grants";
import type { Grants } from "./grants";
import type { ReleasePipelineArgs } from "./releasePipeline";
import type { PipelineSettings } from "./settings";
import { stepBuildspec } from "./stepBuildspec";
import { stepVariables } from "./steps";
import type { StepNoun } from "./steps";

/** One project per step, so that verification cannot deploy and deployment cannot promote. */
export function createStepProjects(
  name: string,
  args: ReleasePipelineArgs,
  { steps, subject, architecture }: PipelineSettings,
  grants: Grants,
  where: Output<Surroundings>,
  parent: ComponentResource,
): Partial<Record<StepNoun, Project>> {
  const projects = steps.map((step) => [
    step.noun,
    createProject(
      stepName(name, step),
      {
        description: step.description,
        where,
        buildspec: stepBuildspec(step.scripts),
        variables: all([where, subject]).apply(([at, known]) => stepVariables(step, at, known)),
        statements: grants.step(step),
        encryptionKeyArn: args.encryptionKeyArn,
        logRetentionDays: args.logRetentionDays,
        architecture,
        computeType: "BUILD_GENERAL1_SMALL",
        timeoutMinutes: step.timeoutMinutes,
        concurrentBuilds: 1,
        privileged: false,
        tags: args.tags,
      },
      parent,
    ),
  ]);
  return Object.fromEntries(projects) as Partial<Record<StepNoun, Project>>;
}
