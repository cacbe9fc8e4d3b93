import { getProject, getStack } from "@pulumi/pulumi";
import * as delivery from "./components/index";
import { loadConfig } from "./config";
import { baseRegistry, bootstrapImage, registryHost } from "./images";
import { createProvider } from "./provider";
import { pipelineSource, registrySettings, taskEgress } from "./wiring";

const config = loadConfig();
const { architecture, serviceName } = config;
const provider = createProvider(config);
const stateful = { provider, protect: config.protect };
const disposable = !config.protect;
const host = registryHost(config, provider);

const { Logs, Alarms, Events } = delivery.KeyUser;
const { keyArn: encryptionKeyArn } = new delivery.EncryptionKey(
  "encryption",
  { description: `Everything that ${getProject()} stores in ${getStack()}`, users: [Logs, Alarms, Events] },
  stateful,
);
const shared = { encryptionKeyArn, logRetentionDays: config.logRetentionDays };

const { existingNetwork: existing, egress, cidrBlock, numberOfAvailabilityZones } = config;
const ranges = { existing, egress, cidrBlock, numberOfAvailabilityZones };
const network = new delivery.Network("network", { ...shared, ...ranges }, { provider });

const buckets = { acceptLoadBalancerLogs: true, forceDestroy: disposable };
const artifacts = new delivery.ArtifactBucket("artifacts", { ...shared, ...buckets }, stateful);
const handover = { ...shared, artifactBucketName: artifacts.bucketName };

const registry = config.ownsRegistry
  ? new delivery.RegistryBaseline("registry", { encryptionKeyArn, ...registrySettings(config) }, { provider })
  : undefined;

// Only a stack that builds has a repository of its own: the others take what it has promoted.
const images = { encryptionKeyArn, repositoryName: config.repositoryName, forceDelete: disposable };
const repository =
  config.imageSource === "build" ? new delivery.ImageRepository("images", images, stateful) : undefined;
const repositoryName = repository?.repositoryName ?? config.repositoryName;
const build =
  repository &&
  new delivery.ImageBuild(
    "build",
    {
      ...handover,
      repositoryName,
      architecture,
      source: {
        contextDirectory: "app",
        buildArguments: baseRegistry(config, host),
        baseImagePrefixes: registry?.cachePrefixes,
      },
      signingProfileArn: config.signImages ? registry?.signingProfileArn : undefined,
    },
    { provider },
  );

const service = new delivery.FargateService(
  serviceName,
  {
    ...shared,
    vpcId: network.vpcId,
    publicSubnetIds: network.publicSubnetIds,
    privateSubnetIds: network.taskSubnetIds,
    assignPublicIp: network.assignPublicIp,
    egress: taskEgress(config, network),
    certificateArn: config.certificateArn,
    internetFacing: true,
    containerPort: config.containerPort,
    healthCheckPath: config.healthCheckPath,
    cpu: config.cpu,
    memory: config.memory,
    desiredCount: config.desiredCount,
    architecture,
    deploymentStrategy: config.deploymentStrategy,
    repositoryName,
    imageParameterName: `/${getProject()}/${getStack()}/${serviceName}/image-digest`,
    bootstrapImage: bootstrapImage(config, host),
    loadBalancer: {
      accessLogBucketName: artifacts.logBucketName,
      accessLogPrefix: artifacts.loadBalancerLogPrefix,
      deletionProtection: config.protect,
    },
  },
  { provider },
);
