import { accountOf } from "../documents/accounts";
import type { Control } from "../shared/control";
import { isCustomerKey } from "../shared/customerKey";
import type { Node } from "../shared/node";
import type { Resource } from "../shared/resource";
import type { Settings } from "../shared/settings";
import { actionsOf, pipelineType } from "./stages";

export const cpCrossAccountKey: Control = {
  id: "cp-cross-account-key",
  title: "Actions elsewhere can read the artifacts",
  description:
    "Pipelines with actions in other accounts or regions must encrypt artifacts with a customer managed key.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Set `encryptionKey` of every artifact store to your own key of its region, whose policy allows the other account.",
  url: "https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html",
  reads: {
    [pipelineType]: ["roleArn", "artifactStores.encryptionKey.id", "stages.actions.roleArn", "stages.actions.region"],
  },
  check(pipeline, report, { settings }) {
    const elsewhere = actionsOf(pipeline.props).some(({ node }) => isElsewhere(node, pipeline, settings));
    const stores = pipeline.props.at("artifactStores").items();
    if (!elsewhere && stores.length < 2) return;
    report.each(stores, (store) => {
      const key = store.at("encryptionKey", "id");
      if (isCustomerKey(key)) return;
      report.violation({
        at: key,
        what: "Other accounts and regions cannot read artifacts that the AWS managed key for S3 encrypts",
        fix: "Set `encryptionKey.id` to the ARN of a customer managed key of the store's region.",
      });
    });
  },
};

function isElsewhere(action: Node, { props, provider }: Resource, settings: Settings): boolean {
  const region = action.at("region");
  const home = [props.at("region"), provider?.props.at("region")].find((node) => node?.isKnown === true)?.raw;
  if (region.isKnown && region.raw !== home) return true;
  // A role that is not known yet is made in this stack.
  const account = knownAccount(action.at("roleArn"));
  return account !== undefined && account !== (knownAccount(props.at("roleArn")) ?? settings.ownAccounts[0]);
}

function knownAccount(role: Node): string | undefined {
  return role.isKnown ? accountOf(role.string() ?? "") : undefined;
}
