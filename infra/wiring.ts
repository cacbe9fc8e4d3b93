import { Egress } from "./components/index";
import type { FargateServiceArgs, Network, RegistryBaselineArgs, ReleasePipelineArgs } from "./components/index";
import type { StackConfig } from "./config";

/** A stack that builds follows a branch; a later one follows the tag that moves when an image is promoted. */
export function pipelineSource(config: StackConfig): ReleasePipelineArgs["source"] {
  if (config.imageSource === "promoted") return { image: {} };
  const { sourceRepository, sourceBranch: branch, sourceProvider: providerType, connectionArn } = config;
  return { connection: { repositoryId: sourceRepository ?? "", branch, providerType, connectionArn } };
}

/** Without a way to the internet, tasks may connect to the endpoints of their VPC only. */
export function taskEgress(config: StackConfig, network: Network): FargateServiceArgs["egress"] {
  if (config.egress !== Egress.Endpoints || config.existingNetwork !== undefined) return undefined;
  return {
    securityGroupIds: { endpoints: network.endpointSecurityGroupId },
    prefixListIds: { storage: network.storagePrefixListId },
  };
}

/** What the account's registry does, in the one stack that owns it. */
export function registrySettings(config: StackConfig): Omit<RegistryBaselineArgs, "encryptionKeyArn"> {
  const { scanType, signImages, pullThroughCaches, replicateTo, replicateFrom } = config;
  const [repositoryPrefix] = config.repositoryName.split("/");
  return { scanType, signImages, pullThroughCaches, replicateTo, replicateFrom, repositoryPrefix };
}
