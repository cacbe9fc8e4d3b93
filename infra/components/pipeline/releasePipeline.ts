import { all, ComponentResource, output } from "@pulumi/pulumi";
import type { ComponentResourceOptions, Input, Output } from "@pulumi/pulumi";
import { surroundings } from "../shared/surroundings";
import { mergeTags } from "../shared/tags";
import { version } from "../shared/version";
import { createAnnouncements } from "./announcements";
import { createPipeline } from "./codePipeline";
import { consoleUrl, describeNextStep } from "./console";
import type { ApprovalArgs, DeploymentConditionArgs, OriginArgs } from "./gates";
import { declaredIntent, pipelineGrants, pipelineName } from "./grants";
import { normalizePipeline } from "./settings";
import type { PipelineSourceArgs } from "./source";
import { createSource } from "./sourceAction";
import { createStepProjects } from "./stepProjects";

/** What a `ReleasePipeline` takes. */
export interface ReleasePipelineArgs {
  /** Where releases come from. */
  readonly source: PipelineSourceArgs;
  /** Name of the project that builds, as `ImageBuild` gives it; required unless the source is an image. */
  readonly buildProjectName?: Input<string>;
  /** Name of the ECR repository, in the same account and region. */
  readonly repositoryName: Input<string>;
  /** Name of the cluster. */
  readonly clusterName: Input<string>;
  /** Name of the service, and of the family of its task definitions. */
  readonly serviceName: Input<string>;
  /** ARN of the role that starts tasks. */
  readonly executionRoleArn: Input<string>;
  /** ARN of the role that tasks run with. */
  readonly taskRoleArn: Input<string>;
  /** Name of the parameter that receives the digest of the running image. */
  readonly imageParameterName: Input<string>;
  /** Name of the bucket for artifacts. */
  readonly artifactBucketName: Input<string>;
  /** ARN of the customer managed key that encrypts artifacts, logs and undelivered events. */
  readonly encryptionKeyArn: Input<string>;
  /** What an image from another environment must show. Defaults to signature, provenance and a clean scan. */
  readonly origin?: OriginArgs;
  /** A person who must agree before the deployment. Defaults to nobody. */
  readonly approval?: ApprovalArgs;
  /** When a deployment may begin, and when it counts as good. Defaults to always. */
  readonly conditions?: DeploymentConditionArgs;
  /** Whether the image goes on to the next environment. Defaults to true for a pipeline that builds. */
  readonly promote?: boolean;
  /** Tag that moves when an image is promoted. Defaults to "promoted". */
  readonly promotedTag?: Input<string>;
  /** Name of the environment, for the tag of what it runs. Defaults to the name of the stack. */
  readonly environmentName?: Input<string>;
  /** Minutes after which a deployment is rolled back. Defaults to 60. */
  readonly deployTimeoutMinutes?: number;
  /** ARN of the topic that hears how executions end. Defaults to none. */
  readonly notificationTopicArn?: Input<string>;
  /** Processor architecture of the machines, a value of `Architecture`. Defaults to ARM64. */
  readonly architecture?: string;
  /** Days that logs are kept. Defaults to 365. */
  readonly logRetentionDays?: Input<number>;
  /** Tags for every resource. Defaults to none. */
  readonly tags?: Input<Record<string, Input<string>>>;
}

/** A pipeline from a source, or from another environment's image, to a verified deployment of exactly one digest. */
export class ReleasePipeline extends ComponentResource {
  /** Name of the pipeline. */
  public readonly pipelineName: Output<string>;
  /** Where to watch the pipeline. */
  public readonly pipelineUrl: Output<string>;
  /** Status of a connection created here: PENDING until a person confirms it; "" for any other source. */
  public readonly connectionStatus: Output<string>;
  /** What to do next, in words. */
  public readonly nextStep: Output<string>;

  constructor(name: string, args: ReleasePipelineArgs, opts?: ComponentResourceOptions) {
    const settings = normalizePipeline(name, args);
    const where = surroundings(opts);
    const statements = declaredIntent(pipelineGrants(name, args, settings, where), settings);
    super("container-delivery:index:ReleasePipeline", name, { ...args, statements, version }, opts);
    const physical = pipelineName(name);
    const tags = mergeTags({ Name: physical }, args.tags);
    const { encryptionKeyArn } = args;

    const source = createSource(name, args.source, args.repositoryName, where, this);
    const generatedNames = { keyArn: encryptionKeyArn, connectionArn: source.connectionArn };
    const grants = pipelineGrants(name, args, settings, where, generatedNames);
    const projects = createStepProjects(name, args, settings, grants, where, this);
    const definition = { physicalName: physical, where, source: source.action, projects, tags };
    const pipeline = createPipeline(name, args, { ...definition, statements: grants.pipeline }, this);
    createAnnouncements(
      name,
      {
        where,
        pipeline,
        pipelineName: physical,
        encryptionKeyArn,
        startEvent: source.event,
        startStatements: grants.start,
        topicArn: args.notificationTopicArn,
        tags,
      },
      this,
    );

    this.pipelineName = pipeline.name;
    this.pipelineUrl = where.apply(({ region }) => consoleUrl(region, physical));
    this.connectionStatus = source.connectionStatus ?? output("");
    this.nextStep = all([where, this.connectionStatus, args.source]).apply(([{ region }, status, from]) =>
      describeNextStep(region, status, from),
    );
    const { connectionStatus, nextStep, pipelineUrl } = this;
    this.registerOutputs({ pipelineName: this.pipelineName, pipelineUrl, connectionStatus, nextStep });
  }
}
