import { getProject, getStack, interpolate } from "@pulumi/pulumi";
import * as delivery from "./components/index";
import { loadConfig } from "./config";
import { baseRegistry, bootstrapImage, registryHost } from "./images";
import { createProvider } from "./provider";
import * as wiring from "./wiring";

const config = loadConfig();
const { architecture, notificationEmail, protect, serviceName } = config;
const provider = createProvider(config);
const stateful = { provider, protect };
const host = registryHost(config, provider);

const description = `Everything that ${getProject()} stores in ${getStack()}`;
const { Logs, Alarms, Events, Topics, TaskStorage } = delivery.KeyUser;
const users = [Logs, Alarms, Events, Topics, TaskStorage];
const { keyArn: encryptionKeyArn } = new delivery.EncryptionKey("encryption", { description, users }, stateful);
const shared = { encryptionKeyArn, logRetentionDays: config.logRetentionDays };
const network = new delivery.Network("network", { ...shared, ...wiring.addresses(config) }, { provider });
const buckets = { ...shared, acceptLoadBalancerLogs: true, forceDestroy: !protect };
const artifacts = new delivery.ArtifactBucket("artifacts", buckets, stateful);
const handover = { ...shared, architecture, artifactBucketName: artifacts.bucketName };

const registry = config.ownsRegistry
  ? new delivery.RegistryBaseline("registry", { encryptionKeyArn, ...wiring.registrySettings(config) }, { provider })
  : undefined;

// Only a stack that builds has a repository of its own: the others take what it has promoted.
const builds = config.imageSource === "build";
const images = { encryptionKeyArn, repositoryName: config.repositoryName, forceDelete: !protect };
const repository = builds ? new delivery.ImageRepository("images", images, stateful) : undefined;
const repositoryName = repository?.repositoryName ?? config.repositoryName;
const source = {
  contextDirectory: "app",
  buildArguments: baseRegistry(config, host),
  baseImagePrefixes: registry?.cachePrefixes,
};
const signingProfileArn = config.signImages ? registry?.signingProfileArn : undefined;
const tests = { commands: ["npm ci", "npm run test:ci"] };
const buildArgs = { ...handover, repositoryName, source, tests, signingProfileArn };
const build = builds ? new delivery.ImageBuild("build", buildArgs, { provider }) : undefined;

const service = new delivery.FargateService(
  serviceName,
  {
    ...shared,
    ...wiring.placement(config, network),
    ...wiring.tasks(config),
    ...wiring.entrance(config, artifacts),
    repositoryName,
    bootstrapImage: bootstrapImage(config, host),
  },
  { provider },
);
const pipeline = new delivery.ReleasePipeline(
  "pipeline",
  {
    ...handover,
    ...wiring.deployed(service),
    repositoryName,
    source: wiring.pipelineSource(config),
    buildProjectName: build?.projectName,
    approval: config.requireApproval ? {} : undefined,
  },
  { provider },
);
const { pipelineName, pipelineUrl, nextStep } = pipeline;
const monitoring = new delivery.ServiceMonitoring(
  "monitoring",
  { ...wiring.watched(service), encryptionKeyArn, pipelineName, notificationEmail },
  { provider },
);

export const serviceUrl = service.url;
export const repositoryUrl = interpolate`${host}/${repositoryName}`;
export const dashboardUrl = monitoring.dashboardUrl;
export { pipelineUrl, nextStep };
