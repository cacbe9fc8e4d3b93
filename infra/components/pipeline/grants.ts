import { all } from "@pulumi/pulumi";
import type { Input, Output } from "@pulumi/pulumi";
import * as arns from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import { projectLogGroup, projectName } from "../shared/buildProject";
import { generated } from "../shared/intent";
import type { IntentStatement } from "../shared/intent";
import { physicalName } from "../shared/names";
import { pipelineStatements, startStatements } from "./permissions";
import type { ReleasePipelineArgs } from "./releasePipeline";
import type { PipelineSettings } from "./settings";
import { sourceResource } from "./sourceAction";
import { stepStatements } from "./stepPermissions";
import type { Step } from "./steps";

/** What AWS names: left out of the intent, which reads the same before and after the first deployment. */
export interface GeneratedNames {
  readonly keyArn?: Input<string>;
  readonly connectionArn?: Input<string>;
}

/** The statements of each role. */
export interface Grants {
  readonly pipeline: Output<IntentStatement[]>;
  readonly start: Output<IntentStatement[]>;
  readonly step: (step: Step) => Output<IntentStatement[]>;
}

export const pipelineName = (name: string) => physicalName(name, 100);
export const stepName = (name: string, step: Step) => `${name}-${step.noun}`;

export function pipelineGrants(
  name: string,
  args: ReleasePipelineArgs,
  { steps, subject }: PipelineSettings,
  where: Output<Surroundings>,
  names: GeneratedNames = {},
): Grants {
  const { artifactBucketName, repositoryName, buildProjectName, approval, conditions } = args;
  const key = all([where, names.keyArn]).apply(([at, arn]) => arn ?? arns.key(at, generated));
  const source = sourceResource(args.source, repositoryName, where, names.connectionArn);
  const pipeline = all([
    where,
    key,
    source,
    artifactBucketName,
    buildProjectName,
    conditions?.alarmNames ?? [],
    approval?.topicArn,
  ]).apply(([at, keyArn, from, bucket, buildProject, alarmNames, topicArn]) =>
    pipelineStatements(at, {
      projectNames: [
        ...(buildProject === undefined ? [] : [buildProject]),
        ...steps.map((step) => projectName(stepName(name, step))),
      ],
      artifactBucketName: bucket,
      keyArn,
      source: from,
      alarmNames,
      topicArn,
    }),
  );
  const step = (one: Step) =>
    all([where, key, artifactBucketName, subject]).apply(([at, keyArn, bucket, known]) => [
      ...stepStatements(at, {
        step: one.noun.replace(/^./, (first) => first.toUpperCase()),
        logGroupName: projectLogGroup(stepName(name, one)),
        artifactBucketName: bucket,
        keyArn,
      }),
      ...one.statements(at, known),
    ]);
  return { pipeline, start: where.apply((at) => startStatements(at, pipelineName(name))), step };
}

/** All of them, as the component declares them. */
export function declaredIntent(grants: Grants, { steps, startsByEvent }: PipelineSettings): Output<IntentStatement[]> {
  const lists = [grants.pipeline, ...(startsByEvent ? [grants.start] : []), ...steps.map(grants.step)];
  return all(lists).apply((known) => known.flat() as IntentStatement[]);
}
