import { Provider } from "@pulumi/aws/provider";
import type { StackConfig } from "./config";

/** The only provider of the stack: one region, no account by accident, and tags that nobody has to remember. */
export function createProvider(config: StackConfig): Provider {
  const { region, allowedAccountIds, owner, environment, costCenter } = config;
  return new Provider("aws", {
    region: region as never,
    allowedAccountIds,
    defaultTags: { tags: { owner, env: environment, cost: costCenter } },
  });
}
