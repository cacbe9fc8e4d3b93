import { getProject, getStack } from "@pulumi/pulumi";
import { Egress } from "./components/index";
import type {
  ArtifactBucket,
  FargateService,
  Network,
  RegistryBaselineArgs,
  ReleasePipelineArgs,
} from "./components/index";
import type { StackConfig } from "./config";

/** The VPC of the stack: an existing one, or what a new one looks like. */
export function addresses(config: StackConfig) {
  const { existingNetwork: existing, egress, cidrBlock, numberOfAvailabilityZones } = config;
  return { existing, egress, cidrBlock, numberOfAvailabilityZones };
}

/** What the account's registry does, in the one stack that owns it. */
export function registrySettings(config: StackConfig): Omit<RegistryBaselineArgs, "encryptionKeyArn"> {
  const { scanType, signImages, pullThroughCaches, replicateTo, replicateFrom } = config;
  const [repositoryPrefix] = config.repositoryName.split("/");
  return { scanType, signImages, pullThroughCaches, replicateTo, replicateFrom, repositoryPrefix };
}

/** Where tasks stand, and what they may connect to: without a way to the internet, the endpoints of their VPC only. */
export function placement(config: StackConfig, network: Network) {
  const { vpcId, publicSubnetIds, taskSubnetIds: privateSubnetIds, assignPublicIp } = network;
  const closed = config.egress === Egress.Endpoints && config.existingNetwork === undefined;
  const egress = closed
    ? {
        securityGroupIds: { endpoints: network.endpointSecurityGroupId },
        prefixListIds: { storage: network.storagePrefixListId },
      }
    : undefined;
  return { vpcId, publicSubnetIds, privateSubnetIds, assignPublicIp, egress };
}

/** What runs in a task, and how a new version of it takes over. */
export function tasks(config: StackConfig) {
  const { architecture, containerPort, healthCheckPath, cpu, memory, desiredCount, deploymentStrategy } = config;
  const imageParameterName = `/${getProject()}/${getStack()}/${config.serviceName}/image-digest`;
  const size = { cpu, memory, desiredCount };
  return { architecture, containerPort, healthCheckPath, ...size, deploymentStrategy, imageParameterName };
}

/** How the world reaches the service. */
export function entrance(config: StackConfig, artifacts: ArtifactBucket) {
  const { certificateArn, protect: deletionProtection } = config;
  const { logBucketName: accessLogBucketName, loadBalancerLogPrefix: accessLogPrefix } = artifacts;
  const loadBalancer = { accessLogBucketName, accessLogPrefix, deletionProtection };
  return { internetFacing: true, certificateArn, loadBalancer };
}

/** A stack that builds follows a branch; a later one follows the tag that moves when an image is promoted. */
export function pipelineSource(config: StackConfig): ReleasePipelineArgs["source"] {
  if (config.imageSource === "promoted") return { image: {} };
  const { sourceRepository, sourceBranch: branch, sourceProvider: providerType, connectionArn } = config;
  return { connection: { repositoryId: sourceRepository ?? "", branch, providerType, connectionArn } };
}

/** What the pipeline deploys to. */
export function deployed(service: FargateService) {
  const { clusterName, serviceName, executionRoleArn, taskRoleArn, imageParameterName } = service;
  return { clusterName, serviceName, executionRoleArn, taskRoleArn, imageParameterName };
}

/** What is watched. */
export function watched(service: FargateService) {
  const { clusterName, serviceName, loadBalancerArnSuffix, targetGroupArnSuffix, logGroupName } = service;
  return { clusterName, serviceName, loadBalancerArnSuffix, targetGroupArnSuffix, logGroupName };
}
