import { matches } from "../documents/glob";
import type { Control } from "../shared/control";
import { destinationsOf, isIn, isOwn } from "./destinations";
import { templatesFor } from "./templates";
import { templateType } from "./types";

const replicationType = "aws:ecr/replicationConfiguration:ReplicationConfiguration";

export const ecrReplication: Control<{ regions: string[] }> = {
  id: "ecr-replication",
  title: "Images are replicated to agreed places only",
  description: "ECR must replicate only to agreed regions and accounts, where a template governs the copies.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps: "Replicate to own or trusted accounts in agreed regions, and create a creation template there.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html",
  reads: {
    [replicationType]: [
      "replicationConfiguration.rules.destinations.region",
      "replicationConfiguration.rules.destinations.registryId",
    ],
    [templateType]: ["appliedFors"],
  },
  configSchema: {
    properties: {
      regions: {
        type: "array",
        items: { type: "string" },
        default: ["*"],
        description: "Regions that images may be replicated to, with wildcards.",
      },
    },
  },
  check({ type, props }, report, { config, settings }) {
    if (type !== replicationType) return;
    report.each(destinationsOf(props), (destination) => {
      const [region, account] = [destination.at("region"), destination.at("registryId")];
      if (!config.regions.some((pattern) => matches(pattern, region.string() ?? ""))) {
        const fix = `Set \`region\` to one of ${config.regions.join(", ")}.`;
        report.violation({ at: region, what: "The region is not an agreed one", fix });
      }
      if (isOwn(account, settings) || settings.trustedAccounts.includes(account.string() ?? "")) return;
      const finding = { at: account, fix: "Replicate to an own account, or name the account as trusted." };
      if (settings.ownAccounts.length > 0) report.violation({ ...finding, what: "The account is not an agreed one" });
      else report.undecided({ ...finding, what: "Nobody said which account is the own one" });
    });
  },
  checkStack(stack, report, { settings }) {
    report.eachResource(stack.ofType(replicationType), ({ props }) => {
      const templates = templatesFor("REPLICATION", stack);
      // The templates of other accounts stand in their own stacks.
      const own = destinationsOf(props).filter((destination) => isOwn(destination.at("registryId"), settings));
      if (own.every((destination) => templates.some((template) => isIn(destination, template)))) return;
      const what = "The copies follow no template: they have no own key, are mutable and kept for ever";
      const fix = "Create an `aws.ecr.RepositoryCreationTemplate` applied for `REPLICATION`.";
      report.violation({ at: "replicationConfiguration", what, fix });
    });
  },
};
