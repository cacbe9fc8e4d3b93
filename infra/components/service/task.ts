import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup";
import { TaskDefinition } from "@pulumi/aws/ecs/taskDefinition";
import { Parameter } from "@pulumi/aws/ssm/parameter";
import { all, output } from "@pulumi/pulumi";
import type { ComponentResource, Input, Output } from "@pulumi/pulumi";
import { containerName } from "../shared/agreements";
import { Architecture } from "../shared/architecture";
import type { Surroundings } from "../shared/arns";
import { repositoryUri } from "../shared/repositoryUri";
import { containerDefinitions, noRelease, taskImage } from "./containers";
import type { ContainerOptions } from "./containers";
import type { TaskSize } from "./taskSize";
import type { ServiceTaskArgs } from "./workload";

export interface TaskSurroundings {
  readonly size: Output<TaskSize>;
  readonly user: Output<string>;
  readonly stopTimeoutSeconds: Output<number>;
  readonly physicalName: string;
  readonly where: Output<Surroundings>;
  readonly executionRoleArn: Input<string>;
  readonly taskRoleArn: Input<string>;
  readonly tags: Input<Record<string, Input<string>>>;
}

export interface ServiceTask {
  readonly definition: TaskDefinition;
  readonly parameter: Parameter;
  readonly logGroup: LogGroup;
}

/** Where tasks log. */
export const taskLogGroup = (physicalName: string) => `/ecs/${physicalName}/tasks`;

/** The task definition belongs to Pulumi, the digest in it to the pipeline: the parameter hands it over. */
export function createTask(
  name: string,
  args: ServiceTaskArgs,
  around: TaskSurroundings,
  parent: ComponentResource,
): ServiceTask {
  const { physicalName, size, tags } = around;
  const architecture = args.architecture ?? Architecture.Arm64;
  const logGroup = new LogGroup(
    `${name}-logs`,
    {
      name: taskLogGroup(physicalName),
      kmsKeyId: args.encryptionKeyArn,
      retentionInDays: args.logRetentionDays ?? 365,
      tags,
    },
    { parent },
  );
  const parameter = new Parameter(
    `${name}-image`,
    {
      name: args.imageParameterName,
      type: "String",
      // No secret: as a plain value it stays readable in previews.
      insecureValue: noRelease,
      description: "Digest of the image that the service runs; the pipeline writes it after a verified deployment",
      tags,
    },
    { parent, ignoreChanges: ["insecureValue"] },
  );
  const definition = new TaskDefinition(
    `${name}-task`,
    {
      family: physicalName,
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: size.apply(({ cpu }) => String(cpu)),
      memory: size.apply(({ memory }) => String(memory)),
      runtimePlatform: { cpuArchitecture: architecture, operatingSystemFamily: "LINUX" },
      executionRoleArn: around.executionRoleArn,
      taskRoleArn: around.taskRoleArn,
      containerDefinitions: createContainers(args, around, parameter, logGroup),
      // A rollback needs the revision it returns to.
      skipDestroy: true,
      // Compares with what the pipeline registered last, not with the last revision of ours.
      trackLatest: true,
      tags,
    },
    { parent },
  );
  return { definition, parameter, logGroup };
}

function createContainers(args: ServiceTaskArgs, around: TaskSurroundings, parameter: Parameter, logGroup: LogGroup) {
  const { container = {}, repositoryName, bootstrapImage } = args;
  const digest = parameter.insecureValue.apply((known) => known ?? noRelease);
  const image = all([around.where, repositoryName, digest, bootstrapImage, args.image]).apply(
    ([at, repository, released, bootstrap, fixed]) =>
      fixed === undefined
        ? taskImage(repositoryUri(at, repository), released, bootstrap)
        : { reference: fixed, bootstrap: false },
  );
  const options = output({
    name: containerName,
    port: args.containerPort ?? 8080,
    user: around.user,
    environment: container.environment ?? {},
    secrets: container.secrets ?? {},
    stopTimeoutSeconds: around.stopTimeoutSeconds,
    logGroupName: logGroup.name,
    region: around.where.apply((at) => at.region),
    image,
  });
  return options.apply((known) => containerDefinitions(known as ContainerOptions));
}
