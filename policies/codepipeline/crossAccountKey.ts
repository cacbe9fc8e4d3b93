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
    const abroad = actionsAbroad(pipeline, settings);
    const stores = pipeline.props.at("artifactStores").items();
    const isSure = stores.length > 1 || abroad === "some" || hasOtherRegion(pipeline);
    if (!isSure && abroad === "none") return;
    report.each(stores, (store) => {
      const key = store.at("encryptionKey", "id");
      const fix = "Set `encryptionKey.id` to the ARN of a customer managed key of the store's region.";
      if (!isCustomerKey(key)) {
        const what = "Other accounts and regions cannot read artifacts that the AWS managed key for S3 encrypts";
        if (isSure) report.violation({ at: key, what, fix });
        else report.undecided({ at: key, what: `${what}, and nobody said which account is the own one`, fix });
      } else if (abroad === "some" && /(^|:)alias\//.test(String(key.raw))) {
        report.violation({ at: key, what: "Only the key's own account knows its alias", fix });
      }
    });
  },
};

/** A store for each region is what CodePipeline demands, so that a single one says that all actions are at home. */
function hasOtherRegion({ props, provider }: Resource): boolean {
  const home = [props.at("region"), provider?.props.at("region")].find((node) => node?.isKnown === true)?.raw;
  const regions = actionsOf(props).map(({ node }) => node.at("region"));
  return home !== undefined && regions.some(({ isKnown, raw }) => isKnown && raw !== home);
}

/** Whether actions take roles of other accounts. A role that is not known yet is made in this stack. */
function actionsAbroad({ props }: Resource, { ownAccounts }: Settings): "none" | "some" | "perhaps" {
  const home = knownAccount(props.at("roleArn"));
  const own = home === undefined ? ownAccounts : [home];
  const accounts = actionsOf(props).map(({ node }) => knownAccount(node.at("roleArn")));
  if (accounts.every((account) => account === undefined || own.includes(account))) return "none";
  return own.length > 0 ? "some" : "perhaps";
}

function knownAccount(role: Node): string | undefined {
  return role.isKnown ? accountOf(role.string() ?? "") : undefined;
}
