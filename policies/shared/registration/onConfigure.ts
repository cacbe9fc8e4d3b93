import type * as analyzerPb from "@pulumi/pulumi/proto/analyzer_pb";
import type { Configured, Overrides, PolicyConfiguration } from "../configuration/configured";
import type { ConfiguredLevel } from "../configuration/levels";
import { AnalyzerService, EnforcementLevel } from "./analyzerService";

/**
 * Lets `listen` see the configuration of all policies. The SDK shows each policy its own alone, and asks for the
 * properties of a resource to be decoded once per policy that wants to see any. Must be called before the pack starts.
 */
export function onConfigure(listen: (configured: Configured) => Overrides): void {
  const original = AnalyzerService.configure.requestDeserialize;
  AnalyzerService.configure.requestDeserialize = (bytes) => {
    const request = original(bytes);
    const policies = request.getPolicyconfigMap();
    const configured = new Map<string, PolicyConfiguration>();
    for (const [name, policy] of policies.entries() as Iterable<[string, analyzerPb.PolicyConfig]>) {
      configured.set(name, {
        level: names[policy.getEnforcementlevel()] ?? "mandatory",
        properties: (policy.getProperties()?.toJavaScript() ?? {}) as Record<string, unknown>,
      });
    }
    for (const [name, level] of listen(configured)) policies.get(name)?.setEnforcementlevel(numbers[level]);
    return request;
  };
}

const numbers: Readonly<Record<ConfiguredLevel, analyzerPb.EnforcementLevel>> = {
  advisory: EnforcementLevel.ADVISORY,
  mandatory: EnforcementLevel.MANDATORY,
  remediate: EnforcementLevel.REMEDIATE,
  disabled: EnforcementLevel.DISABLED,
};

const names = Object.fromEntries(Object.entries(numbers).map(([name, number]) => [number, name])) as Record<
  number,
  ConfiguredLevel
>;
