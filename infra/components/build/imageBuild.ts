import { all, ComponentResource } from "@pulumi/pulumi";
import type { ComponentResourceOptions, Input, Output } from "@pulumi/pulumi";
import { Architecture, buildMachine } from "../shared/architecture";
import * as arns from "../shared/arns";
import { createProject, projectLogGroup, projectName, projectRoleArn } from "../shared/buildProject";
import type { BuildNetworkArgs } from "../shared/buildProject";
import { renderBuildspec } from "../shared/buildspec";
import { environmentVariables } from "../shared/environment";
import { generated } from "../shared/intent";
import { gateValues, normalizeGate } from "../shared/scanGate";
import type { ScanGateArgs } from "../shared/scanGate";
import { surroundings } from "../shared/surroundings";
import { oneOf, validated } from "../shared/validate";
import { version } from "../shared/version";
import { imageBuildspec } from "./imageBuildspec";
import { imageValues } from "./imageValues";
import { buildStatements } from "./permissions";
import { createReportGroup } from "./reportGroup";
import { normalizeBuildspec } from "./settings";
import type { ImageSourceArgs, ImageTestArgs } from "./settings";

/** What an `ImageBuild` takes. */
export interface ImageBuildArgs {
  /** Name of the ECR repository, in the same account and region. */
  readonly repositoryName: Input<string>;
  /** ARN of the customer managed key that encrypts artifacts, logs and reports. */
  readonly encryptionKeyArn: Input<string>;
  /** Name of the bucket that the pipeline hands artifacts over in. */
  readonly artifactBucketName: Input<string>;
  /** Days that logs are kept. Defaults to 365. */
  readonly logRetentionDays?: Input<number>;
  /** Architecture of the image and of the machine that builds it. Defaults to ARM64. */
  readonly architecture?: Architecture;
  /** Where the image comes from. Defaults to a Dockerfile at the root of the repository. */
  readonly source?: ImageSourceArgs;
  /** How the service is tested before. Defaults to `npm ci` and `npm test`. */
  readonly tests?: ImageTestArgs;
  /** What the scan of the image may find. Defaults to nothing of severity high or critical. */
  readonly scanGate?: ScanGateArgs;
  /** Size of the build machine, as CodeBuild names it. Defaults to "BUILD_GENERAL1_MEDIUM". */
  readonly computeType?: Input<string>;
  /** Minutes after which a build is stopped. Defaults to 45. */
  readonly timeoutMinutes?: Input<number>;
  /** Network to build in. Defaults to CodeBuild's own. */
  readonly vpc?: BuildNetworkArgs;
  /** ARN of the profile that ECR's managed signing uses for the repository. Defaults to none. */
  readonly signingProfileArn?: Input<string>;
  /** Tags for every resource. Defaults to none. */
  readonly tags?: Input<Record<string, Input<string>>>;
}

/** A CodeBuild project that tests a service, builds its image, pushes it by immutable tag and gates it on its scan. */
export class ImageBuild extends ComponentResource {
  /** Name of the project. */
  public readonly projectName: Output<string>;
  /** ARN of the project. */
  public readonly projectArn: Output<string>;
  /** ARN of the role that builds run with. */
  public readonly roleArn: Output<string>;
  /** Name of the log group that builds write to. */
  public readonly logGroupName: Output<string>;

  constructor(name: string, args: ImageBuildArgs, opts?: ComponentResourceOptions) {
    const statements = createStatements(name, args, opts);
    const intent = statements(undefined, args.vpc === undefined ? [] : [generated]);
    super("container-delivery:index:ImageBuild", name, { ...args, statements: intent, version }, opts);
    const check = `ImageBuild "${name}"`;
    const where = surroundings(opts);
    const architecture = args.architecture ?? Architecture.Arm64;
    validated(check, "architecture", architecture as string, oneOf(Architecture));
    const gate = normalizeGate(check, args.scanGate);
    const options = normalizeBuildspec(check, args.source, args.tests);
    const { platform } = buildMachine(architecture);
    const dockerfile = args.source?.dockerfile ?? "Dockerfile";

    createReportGroup(name, args, this);
    const project = createProject(
      name,
      {
        description: "Tests the service, builds its image and gates it on its scan",
        where,
        buildspec: options.apply((known) => renderBuildspec(imageBuildspec(known))),
        variables: all([where, args.repositoryName, dockerfile, gate]).apply(([at, repository, file, limits]) =>
          environmentVariables({ ...imageValues(at, repository, platform, file), ...gateValues(repository, limits) }),
        ),
        statements: statements(args.encryptionKeyArn, args.vpc?.subnetIds ?? []),
        encryptionKeyArn: args.encryptionKeyArn,
        logRetentionDays: args.logRetentionDays,
        architecture,
        computeType: args.computeType ?? "BUILD_GENERAL1_MEDIUM",
        timeoutMinutes: args.timeoutMinutes ?? 45,
        concurrentBuilds: 2,
        privileged: true,
        vpc: args.vpc,
        tags: args.tags,
      },
      this,
    );

    this.projectName = project.name;
    this.projectArn = where.apply((at) => arns.buildProject(at, projectName(name)));
    this.roleArn = where.apply((at) => projectRoleArn(at, name));
    this.logGroupName = project.name.apply(() => projectLogGroup(name));
    const { projectArn, roleArn, logGroupName } = this;
    this.registerOutputs({ projectName: this.projectName, projectArn, roleArn, logGroupName });
  }
}

/** The same statements twice: with the identifiers that AWS generates for the role, without them as intent. */
function createStatements(name: string, args: ImageBuildArgs, opts?: ComponentResourceOptions) {
  const { repositoryName, artifactBucketName, signingProfileArn, source } = args;
  const known = all([surroundings(opts), repositoryName, artifactBucketName, source?.baseImagePrefixes ?? []]);
  return (key: Input<string> | undefined, subnetIds: Input<Input<string>[]>) =>
    all([known, signingProfileArn, key, subnetIds]).apply(
      ([[at, repository, bucket, prefixes], profile, keyArn, ids]) =>
        buildStatements(at, {
          project: projectName(name),
          repositoryName: repository,
          artifactBucketName: bucket,
          logGroupName: projectLogGroup(name),
          keyArn: keyArn ?? arns.key(at, generated),
          baseImagePrefixes: prefixes,
          subnetArns: ids.map((id) => arns.arn(at, "ec2", `subnet/${id}`)),
          signingProfileArn: profile,
        }),
    );
}
