import type { Control } from "../shared/control";

export const pulumiNoDefaultProvider: Control = {
  id: "pulumi-no-default-provider",
  title: "No resource uses the default provider",
  description: "AWS resources must use a provider that the program makes, with its account and region.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Make an `aws.Provider` with `region` and `allowedAccountIds` and pass it as the resource option `provider` (`providers` for a component).",
  url: "https://www.pulumi.com/docs/iac/concepts/resources/providers/#disabling-default-providers",
  reads: { "*": [] },
  check({ type, provider }, report) {
    if (!type.startsWith("aws:") || !provider) return;
    // The engine names the providers that it makes by itself `default` and the version.
    if (/^default(_\d+_\d+_\d+.*)?$/.test(provider.name)) {
      report.violation({
        at: "",
        what: "The resource uses the default provider, so the environment decides about its account and region",
        fix: "Pass an explicit `aws.Provider` as the resource option `provider`.",
      });
    }
  },
};
