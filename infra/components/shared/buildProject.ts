import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup";
import { Project } from "@pulumi/aws/codebuild/project";
import type { ComponentResource, Input, Output } from "@pulumi/pulumi";
import { buildMachine } from "./architecture";
import type { Architecture } from "./architecture";
import * as arns from "./arns";
import type { Surroundings } from "./arns";
import type { EnvironmentVariable } from "./environment";
import { createRole, roleName } from "./iam";
import type { IntentStatement } from "./intent";
import { physicalName } from "./names";
import { mergeTags } from "./tags";

/** The network that builds run in. */
export interface BuildNetworkArgs {
  /** Id of the VPC. */
  readonly vpcId: Input<string>;
  /** Ids of private subnets with a way to ECR, S3, CloudWatch Logs and the sources of packages. */
  readonly subnetIds: Input<Input<string>[]>;
  /** Ids of the security groups of the build machines. */
  readonly securityGroupIds: Input<Input<string>[]>;
}

export interface ProjectDefinition {
  /** What the project is for, in words. */
  readonly description: string;
  readonly where: Output<Surroundings>;
  readonly buildspec: Input<string>;
  readonly variables: Input<EnvironmentVariable[]>;
  /** What the role may do, with the identifiers that AWS generated. */
  readonly statements: Input<Input<IntentStatement>[]>;
  readonly encryptionKeyArn: Input<string>;
  readonly logRetentionDays?: Input<number>;
  readonly architecture: Architecture;
  readonly computeType: Input<string>;
  readonly timeoutMinutes: Input<number>;
  readonly concurrentBuilds: number;
  /** Only for projects that build images: a Docker daemon takes it. */
  readonly privileged: boolean;
  readonly vpc?: BuildNetworkArgs;
  readonly tags?: Input<Record<string, Input<string>>>;
}

/** Names of a project, known before it exists. */
export const projectName = (name: string) => physicalName(name);
export const projectLogGroup = (name: string) => `/aws/codebuild/${projectName(name)}`;
export const projectRoleArn = (where: Surroundings, name: string) => arns.role(where, roleName(`${name}-role`));

/** A CodeBuild project that a pipeline runs, with a role and an encrypted log group of its own. */
export function createProject(name: string, definition: ProjectDefinition, parent: ComponentResource): Project {
  const { description, where, encryptionKeyArn, vpc } = definition;
  const physical = projectName(name);
  const machine = buildMachine(definition.architecture);
  const tags = mergeTags({ Name: physical }, definition.tags);
  const logGroup = new LogGroup(
    `${name}-logs`,
    {
      name: projectLogGroup(name),
      kmsKeyId: encryptionKeyArn,
      retentionInDays: definition.logRetentionDays ?? 365,
      tags,
    },
    { parent },
  );
  const role = createRole(
    `${name}-role`,
    {
      description,
      service: "codebuild",
      where,
      sourceArn: where.apply((at) => arns.buildProject(at, physical)),
      statements: definition.statements,
      tags,
    },
    { parent },
  );
  return new Project(
    `${name}-project`,
    {
      name: physical,
      description,
      serviceRole: role.arn,
      encryptionKey: encryptionKeyArn,
      artifacts: { type: "CODEPIPELINE", encryptionDisabled: false },
      source: { type: "CODEPIPELINE", buildspec: definition.buildspec },
      environment: {
        type: machine.type,
        image: machine.image,
        imagePullCredentialsType: "CODEBUILD",
        computeType: definition.computeType,
        privilegedMode: definition.privileged,
        environmentVariables: definition.variables,
      },
      logsConfig: { cloudwatchLogs: { status: "ENABLED", groupName: logGroup.name } },
      buildTimeout: definition.timeoutMinutes,
      queuedTimeout: 60,
      concurrentBuildLimit: definition.concurrentBuilds,
      projectVisibility: "PRIVATE",
      vpcConfig: vpc && { vpcId: vpc.vpcId, subnets: vpc.subnetIds, securityGroupIds: vpc.securityGroupIds },
      tags,
    },
    // CodeBuild checks at creation what the role may do in the VPC.
    { parent, dependsOn: [role.policy] },
  );
}
