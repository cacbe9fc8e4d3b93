import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { interpolate } from "@pulumi/pulumi";
import type { Output, ProviderResource } from "@pulumi/pulumi";
import type { StackConfig } from "./config";

/** The private registry of the stack's account and region. */
export function registryHost(config: StackConfig, provider: ProviderResource): Output<string> {
  const { accountId } = getCallerIdentityOutput({}, { provider });
  const domain = config.region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  return interpolate`${accountId}.dkr.ecr.${config.region}.${domain}`;
}

/**
 * What runs until the pipeline has delivered for the first time. A stack that builds has nothing yet and takes the
 * service component's own default; a later one begins with what is promoted.
 */
export function bootstrapImage(config: StackConfig, host: Output<string>): Output<string> | string | undefined {
  if (config.bootstrapImage !== undefined || config.imageSource === "build") return config.bootstrapImage;
  return interpolate`${host}/${config.repositoryName}:promoted`;
}

/** Build arguments that make base images come through a cache of ECR Public, when the registry has one. */
export function baseRegistry(config: StackConfig, host: Output<string>): Record<string, Output<string>> {
  const cache = config.pullThroughCaches?.find(({ upstreamRegistryUrl }) => upstreamRegistryUrl === "public.ecr.aws");
  return cache === undefined ? {} : { BASE_REGISTRY: interpolate`${host}/${cache.prefix}` };
}
