import { createRequire } from "node:module";
import type * as analyzerPb from "@pulumi/pulumi/proto/analyzer_pb";
import type { ConfiguredLevel } from "./levels";

/** What the CLI sends for one policy: `--policy-pack-config` laid over the defaults that the pack announced. */
export interface PolicyConfiguration {
  readonly level?: ConfiguredLevel;
  readonly properties: Readonly<Record<string, unknown>>;
}

export type Configured = ReadonlyMap<string, PolicyConfiguration>;

/** Levels to hand to the SDK instead of the configured ones, by policy. */
export type Overrides = ReadonlyMap<string, ConfiguredLevel>;

interface ServiceModule {
  AnalyzerService: { configure: { requestDeserialize: (bytes: Buffer) => analyzerPb.ConfigureAnalyzerRequest } };
}

/**
 * Lets `listen` see the configuration of all policies. The SDK shows each policy its own alone, and asks for the
 * properties of a resource to be decoded once per policy that wants to see any. Must be called before the pack starts.
 */
export function onConfigure(listen: (configured: Configured) => Overrides): void {
  // The very module that `@pulumi/policy` uses: another copy of `@pulumi/pulumi` would not be asked.
  const fromPolicy = createRequire(require.resolve("@pulumi/policy"));
  const { AnalyzerService } = fromPolicy("@pulumi/pulumi/proto/analyzer_grpc_pb") as ServiceModule;
  const { EnforcementLevel } = fromPolicy("@pulumi/pulumi/proto/analyzer_pb") as typeof analyzerPb;
  const names: Record<number, ConfiguredLevel> = {
    [EnforcementLevel.ADVISORY]: "advisory",
    [EnforcementLevel.MANDATORY]: "mandatory",
    [EnforcementLevel.REMEDIATE]: "remediate",
    [EnforcementLevel.DISABLED]: "disabled",
  };
  const numbers: Record<ConfiguredLevel, analyzerPb.EnforcementLevel> = {
    advisory: EnforcementLevel.ADVISORY,
    mandatory: EnforcementLevel.MANDATORY,
    remediate: EnforcementLevel.REMEDIATE,
    disabled: EnforcementLevel.DISABLED,
  };
  const original = AnalyzerService.configure.requestDeserialize;
  AnalyzerService.configure.requestDeserialize = (bytes) => {
    const request = original(bytes);
    const configured = new Map<string, PolicyConfiguration>();
    for (const [name, policy] of request.getPolicyconfigMap().entries() as Iterable<
      [string, analyzerPb.PolicyConfig]
    >) {
      configured.set(name, {
        level: names[policy.getEnforcementlevel()] ?? "mandatory",
        properties: (policy.getProperties()?.toJavaScript() ?? {}) as Record<string, unknown>,
      });
    }
    for (const [name, level] of listen(configured)) {
      request.getPolicyconfigMap().get(name)?.setEnforcementlevel(numbers[level]);
    }
    return request;
  };
}
