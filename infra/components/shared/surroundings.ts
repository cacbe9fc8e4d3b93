import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import { getPartition } from "@pulumi/aws/getPartition";
import { getRegion } from "@pulumi/aws/getRegion";
import { output, runtime } from "@pulumi/pulumi";
import type { ComponentResourceOptions, InvokeOptions, Output, ProviderResource } from "@pulumi/pulumi";
import type { Surroundings } from "./arns";

// One lookup per provider and run: every component asks, and each answer costs three calls.
const known = new WeakMap<object, Output<Surroundings>>();

/** Partition, region and account of the provider that a component with these options uses. Safe to call before `super`. */
export function surroundings(opts?: ComponentResourceOptions): Output<Surroundings> {
  const provider = providerOf(opts);
  const owner = provider ?? (runtime.getMonitor() as object);
  const found = known.get(owner) ?? lookUp(provider);
  known.set(owner, found);
  return found;
}

function lookUp(provider: ProviderResource | undefined): Output<Surroundings> {
  const options: InvokeOptions = { provider };
  // Promises, not outputs: they answer in preview even when the provider itself is yet to be created.
  return output(Promise.all([getPartition({}, options), getRegion({}, options), getCallerIdentity({}, options)])).apply(
    ([{ partition }, { region }, { accountId }]) => ({ partition, region, account: accountId }),
  );
}

function providerOf(opts?: ComponentResourceOptions): ProviderResource | undefined {
  const several = Object.values<ProviderResource>(opts?.providers ?? {});
  const own = [opts?.provider, ...several].find((provider) => provider !== undefined && packageOf(provider) === "aws");
  return own ?? opts?.parent?.getProvider("aws:index/getRegion:getRegion");
}

// The SDK keeps this accessor out of its declarations. A class test would miss the provider references that the
// component plugin host makes for callers in other languages.
const packageOf = (provider: ProviderResource) => (provider as unknown as { getPackage(): string }).getPackage();
