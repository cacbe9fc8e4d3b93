import { Architecture, DeploymentStrategy, Egress, ScanType } from "./components/index";
import { rangeProblem } from "./components/network/subnets";
import { cpuUnits } from "./components/service/taskSize";
import { choice, flag, integer, list, number, object, text } from "./configKinds";
import type { Keys } from "./configReader";

/** A VPC that another stack looks after. */
export interface ExistingNetwork {
  readonly vpcId: string;
  readonly publicSubnetIds: string[];
  readonly privateSubnetIds: string[];
}

/** An upstream registry to pull through ECR. */
export interface PullThroughCache {
  readonly prefix: string;
  readonly upstreamRegistryUrl: string;
  readonly credentialArn?: string;
}

/** A registry that images are carried to. */
export interface Destination {
  readonly region: string;
  readonly account: string;
}

/** The settings of one stack; `Pulumi.yaml` describes each. */
export interface Settings {
  readonly environment: string;
  readonly owner: string;
  readonly costCenter: string;
  readonly allowedAccountIds?: string[];
  readonly protect: boolean;
  readonly serviceName: string;
  readonly repositoryName: string;
  readonly imageSource: string;
  readonly sourceProvider: string;
  readonly sourceRepository?: string;
  readonly sourceBranch: string;
  readonly connectionArn?: string;
  readonly architecture: Architecture;
  readonly bootstrapImage?: string;
  readonly certificateArn: string;
  readonly containerPort: number;
  readonly healthCheckPath: string;
  readonly cpu: number;
  readonly memory: number;
  readonly desiredCount: number;
  readonly deploymentStrategy: DeploymentStrategy;
  readonly requireApproval: boolean;
  readonly existingNetwork?: ExistingNetwork;
  readonly egress: Egress;
  readonly cidrBlock: string;
  readonly numberOfAvailabilityZones: number;
  readonly ownsRegistry: boolean;
  readonly scanType: ScanType;
  readonly signImages: boolean;
  readonly pullThroughCaches?: PullThroughCache[];
  readonly replicateTo?: Destination[];
  readonly replicateFrom?: string[];
  readonly notificationEmail?: string;
  readonly logRetentionDays: number;
}

export const region = text("an AWS region", /^[a-z]{2}(-[a-z]+)+-\d$/, "eu-west-1");
const account = text("an account id of 12 digits", /^\d{12}$/, "123456789012");
const label = text("a tag value", /^[\w .:/=+@-]{1,256}$/, "platform-team");
const subnets = list(text("a subnet id", /^subnet-[0-9a-f]{8,17}$/, "subnet-0123456789abcdef0"));
const host = text("a host name", /^[a-z0-9.-]+$/, "public.ecr.aws");
const repositoryPath = /^(?=.{2,256}$)[a-z0-9]+([._/-][a-z0-9]+)*$/;

const arn = (what: string, services: string, resource: string) =>
  text(
    `the ARN of ${what}`,
    new RegExp(`^arn:aws[a-z-]*:(${services}):[a-z0-9-]+:\\d{12}:${resource}`),
    `arn:aws:${services.split("|")[0]}:eu-west-1:123456789012:${resource}00000000-0000-0000-0000-000000000000`,
  );

/** Retention periods that CloudWatch Logs accepts. */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
const range = text("an IPv4 range from /16 to /22, beginning at its first address", /./, "10.0.0.0/16");
const vpcRange = { ...range, parse: (given: string) => (rangeProblem(given) === undefined ? given : undefined) };

const optional = true;

export const settingKeys: Keys<Settings> = {
  environment: { kind: choice(["dev", "staging", "prod"]) },
  owner: { kind: label },
  costCenter: { kind: label },
  allowedAccountIds: { kind: list(account), optional },
  protect: { kind: flag },
  serviceName: {
    kind: text("2 to 20 lower-case letters, digits and hyphens", /^[a-z][a-z0-9-]{0,18}[a-z0-9]$/, "app"),
  },
  repositoryName: { kind: text("the name of an ECR repository", repositoryPath, "container-delivery/app") },
  imageSource: { kind: choice(["build", "promoted"]) },
  sourceProvider: {
    kind: choice(["GitHub", "GitLab", "Bitbucket", "AzureDevOps", "GitHubEnterpriseServer", "GitLabSelfManaged"]),
  },
  sourceRepository: { kind: text("owner/repository", /^[\w.-]+(\/[\w.-]+)+$/, "my-team/my-service"), optional },
  sourceBranch: { kind: text("the name of a branch", /^[\w./-]{1,255}$/, "main") },
  connectionArn: { kind: arn("a connection", "codeconnections|codestar-connections", "connection/"), optional },
  architecture: { kind: choice(Object.values(Architecture)) },
  bootstrapImage: {
    kind: text("an image reference", /^[a-z0-9][\w.:/@-]+$/, "public.ecr.aws/nginx/nginx:1.29"),
    optional,
  },
  certificateArn: { kind: arn("a certificate", "acm", "certificate/") },
  containerPort: { kind: integer(1, 65_535, 8080) },
  healthCheckPath: { kind: text("a path that begins with a slash", /^\/[\w./-]*$/, "/healthz") },
  cpu: { kind: number(cpuUnits, 256) },
  memory: { kind: integer(512, 122_880, 512) },
  desiredCount: { kind: integer(0, 1000, 2) },
  deploymentStrategy: { kind: choice(Object.values(DeploymentStrategy)) },
  requireApproval: { kind: flag },
  existingNetwork: {
    kind: object<ExistingNetwork>({
      vpcId: text("a VPC id", /^vpc-[0-9a-f]{8,17}$/, "vpc-0123456789abcdef0"),
      publicSubnetIds: subnets,
      privateSubnetIds: subnets,
    }),
    optional,
  },
  egress: { kind: choice(Object.values(Egress)) },
  cidrBlock: { kind: vpcRange },
  numberOfAvailabilityZones: { kind: integer(2, 4, 2) },
  ownsRegistry: { kind: flag },
  scanType: { kind: choice(Object.values(ScanType)) },
  signImages: { kind: flag },
  pullThroughCaches: {
    kind: list(
      object<PullThroughCache>(
        {
          prefix: text("a prefix of 2 to 30 characters", /^(?=.{2,30}$)[a-z0-9]+([._/-][a-z0-9]+)*$/, "docker-hub"),
          upstreamRegistryUrl: host,
          credentialArn: arn("a secret", "secretsmanager", "secret:ecr-pullthroughcache/"),
        },
        ["credentialArn"],
      ),
    ),
    optional,
  },
  replicateTo: { kind: list(object<Destination>({ region, account })), optional },
  replicateFrom: { kind: list(account), optional },
  notificationEmail: { kind: text("an e-mail address", /^[^@\s]+@[^@\s]+\.[^@\s]+$/, "team@example.com"), optional },
  logRetentionDays: { kind: number(retentions, 365) },
};
