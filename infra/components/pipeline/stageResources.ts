import type { Project } from "@pulumi/aws/codebuild/project";
import type { types } from "@pulumi/aws";
import type { Input } from "@pulumi/pulumi";
import type { ReleasePipelineArgs } from "./releasePipeline";
import { pipelineStages } from "./stages";
import type { SourceAction } from "./stages";
import type { StepNoun } from "./steps";

const request = "Look at the release and its scan before it goes to this environment.";

/** The stages with the names of the projects that were made for them. */
export function createStages(
  args: ReleasePipelineArgs,
  source: SourceAction<Input<string>>,
  projects: Partial<Record<StepNoun, Project>>,
): types.input.codepipeline.PipelineStage[] {
  const { approval, conditions = {} } = args;
  const { deploy, verify, origin, promote } = projects;
  if (deploy === undefined || verify === undefined) throw new Error("A pipeline always deploys and verifies.");
  return pipelineStages<Input<string>>({
    source,
    buildProject: args.buildProjectName,
    originProject: origin?.name,
    deployProject: deploy.name,
    verifyProject: verify.name,
    promoteProject: promote?.name,
    approval: approval && { message: approval.message ?? request, topicArn: approval.topicArn },
    conditions: {
      alarmNames: conditions.alarmNames ?? [],
      quietMinutes: conditions.quietMinutes ?? 5,
      deploymentWindow: conditions.deploymentWindow,
    },
  });
}
