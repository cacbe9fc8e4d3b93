import { all, getStack, output } from "@pulumi/pulumi";
import type { Output } from "@pulumi/pulumi";
import { Architecture } from "../shared/architecture";
import { imageTags } from "../shared/imageTags";
import { normalizeGate } from "../shared/scanGate";
import { integerBetween, invalid, oneOf, validated } from "../shared/validate";
import { conditionProblem } from "./gates";
import type { ReleasePipelineArgs } from "./releasePipeline";
import { checkSource } from "./source";
import { pipelineSteps } from "./steps";
import type { Step, StepSubject } from "./steps";

export interface PipelineSettings {
  readonly steps: Step[];
  readonly subject: Output<StepSubject>;
  readonly architecture: Architecture;
  /** Whether an event rule starts the pipeline, where CodePipeline does not listen by itself. */
  readonly startsByEvent: boolean;
}

/** Everything that decides which resources there are is checked before the first of them is made. */
export function normalizePipeline(name: string, args: ReleasePipelineArgs): PipelineSettings {
  const check = `ReleasePipeline "${name}"`;
  const { source, buildProjectName, conditions = {}, deployTimeoutMinutes = 60 } = args;
  const architecture = args.architecture ?? Architecture.Arm64;
  checkSource(check, source);
  const builds = source.image === undefined;
  if (builds && buildProjectName === undefined) {
    throw invalid(check, "buildProjectName", undefined, "Set it to the `projectName` of an `ImageBuild`.");
  }
  if (!builds && buildProjectName !== undefined) {
    const wayOut = "Remove it: a pipeline that starts from an image never builds one.";
    throw invalid(check, "buildProjectName", "given", wayOut);
  }
  const problem = conditionProblem(conditions);
  if (problem !== undefined) throw invalid(check, "conditions", conditions.quietMinutes, problem);
  validated(check, "architecture", architecture, oneOf(Architecture));
  validated(check, "deployTimeoutMinutes", deployTimeoutMinutes, integerBetween(5, 475));
  return {
    steps: pipelineSteps({ origin: !builds, promote: args.promote ?? builds, deployTimeoutMinutes }),
    subject: createSubject(check, args),
    architecture: architecture as Architecture,
    startsByEvent: source.connection === undefined,
  };
}

function createSubject(check: string, args: ReleasePipelineArgs): Output<StepSubject> {
  const { origin = {} } = args;
  const names = output({
    clusterName: args.clusterName,
    serviceName: args.serviceName,
    repositoryName: args.repositoryName,
    executionRoleArn: args.executionRoleArn,
    taskRoleArn: args.taskRoleArn,
    imageParameterName: args.imageParameterName,
    environmentName: args.environmentName ?? getStack(),
    promotedTag: args.promotedTag ?? imageTags.promoted,
    requireSignature: origin.requireSignature ?? true,
    requireProvenance: origin.requireProvenance ?? true,
  });
  return all([names, normalizeGate(check, origin.scanGate)]).apply(([known, gate]) => ({ ...known, gate }));
}
