import type { Control } from "../shared/control";
import type { Node } from "../shared/node";

export const pulumiProviderScope: Control<{ allowedRegions: string[] }> = {
  id: "pulumi-provider-scope",
  title: "Providers name the account they may touch",
  description: "AWS providers must set `allowedAccountIds`, and a region that is allowed.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Set `allowedAccountIds` on the provider (or `aws:allowedAccountIds` in the stack configuration): a deployment with the wrong credentials then fails instead of changing another account.",
  url: "https://www.pulumi.com/registry/packages/aws/installation-configuration/",
  reads: { "pulumi:providers:aws": ["allowedAccountIds", "region"] },
  configSchema: {
    properties: {
      allowedRegions: {
        type: "array",
        items: { type: "string" },
        default: [],
        description: "The regions that a provider may use. Empty means any.",
      },
    },
  },
  check({ props }, report, { config }) {
    const accounts = props.at("allowedAccountIds");
    if (!accounts.isUnknown && listOf(accounts).length === 0) {
      report.violation({
        at: accounts,
        what: "The provider would change whatever account its credentials belong to",
        fix: "Set `allowedAccountIds` to the account of this stack.",
      });
    }
    const region = props.at("region");
    if (config.allowedRegions.length > 0 && !config.allowedRegions.includes(region.string() ?? "")) {
      report.violation({
        at: region,
        what: "The provider's region is not an allowed one",
        fix: `Set \`region\` to one of ${config.allowedRegions.join(", ")}.`,
      });
    }
  },
};

/** Provider inputs arrive as JSON text. */
function listOf(node: Node): Node[] {
  return node.isKnown ? node.json().items() : [];
}
