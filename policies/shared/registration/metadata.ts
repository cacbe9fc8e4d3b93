import type { ResourceValidationPolicy } from "@pulumi/policy";
import type { ConfiguredLevel } from "../configuration/levels";
import type { Control } from "../control";

type Metadata = Omit<ResourceValidationPolicy, "validateResource" | "remediateResource">;

/** A control in the SDK's own fields, as `pulumi policy` and Pulumi Cloud show it. */
export function metadataOf(control: Control, level: ConfiguredLevel): Metadata {
  const framework = frameworkOf(control);
  return {
    name: control.id,
    displayName: control.title,
    description: control.description,
    enforcementLevel: level,
    severity: control.severity,
    tags: [control.id.split("-")[0] as string, ...control.references],
    remediationSteps: control.remediationSteps,
    url: control.url,
    ...(framework && { framework }),
    ...(control.configSchema && { configSchema: control.configSchema }),
  };
}

/** The SDK has room for one framework: AWS's own comes first. The others are tags. */
const frameworks: readonly { prefix: string; name: string; version: string; specification: string }[] = [
  {
    prefix: "Security Hub ",
    name: "AWS Security Hub",
    version: "1.0.0",
    specification: "https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html",
  },
  {
    prefix: "Control Tower ",
    name: "AWS Control Tower",
    version: "1.0",
    specification: "https://docs.aws.amazon.com/controltower/latest/controlreference/proactive-controls.html",
  },
  {
    prefix: "CIS ",
    name: "CIS AWS Foundations Benchmark",
    version: "3.0.0",
    specification: "https://www.cisecurity.org/benchmark/amazon_web_services",
  },
];

function frameworkOf({ references }: Control): Metadata["framework"] {
  for (const { prefix, name, version, specification } of frameworks) {
    const reference = references.find((each) => each.startsWith(prefix));
    if (reference) return { name, version, reference: reference.slice(prefix.length), specification };
  }
  return undefined;
}
