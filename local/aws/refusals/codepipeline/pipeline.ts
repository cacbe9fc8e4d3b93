import { arnOf, characters, fields, first, items, matches, named, oneOf, wholeNumber } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { assumableBy } from "../iam/role";
import { isSet, listAt, recordsAt, textAt } from "../paths";
import type { RuleTable } from "../rules";
import { refusal } from "../rules";
import { refuseActions } from "./actions";
import { categories } from "./actionTypes";
import { refuseConditions } from "./conditions";
import { refuseStages } from "./stages";
import { refuseTriggers } from "./triggers";
import { refuseVariables } from "./variables";

const pipelineType = "aws:codepipeline/pipeline:Pipeline";
const name = named(1, 100, /^[A-Za-z0-9.@\-_]+$/, "letters, digits and .@-_ only");
const artifact = named(1, 100, /^[a-zA-Z0-9_-]+$/, "letters, digits, - and _ only");
const action = "stages[].actions[]";
const conditions = ["beforeEntry", "onSuccess", "onFailure"];

export const pipelineRules: RuleTable = {
  [pipelineType]: {
    inputs: [
      fields("ValidationException", {
        name,
        pipelineType: oneOf("V1", "V2"),
        executionMode: oneOf("SUPERSEDED", "QUEUED", "PARALLEL"),
        roleArn: arnOf("iam", "role/"),
        artifactStores: items(1, 50),
        "artifactStores[].type": oneOf("S3"),
        "artifactStores[].location": named(3, 63, /^[a-zA-Z0-9.-]+$/, "the name of a bucket"),
        "artifactStores[].encryptionKey.type": oneOf("KMS"),
        "stages[].name": name,
        "stages[].onFailure.result": oneOf("ROLLBACK", "FAIL", "RETRY", "SKIP"),
        "stages[].onFailure.retryConfiguration.retryMode": oneOf("FAILED_ACTIONS", "ALL_ACTIONS"),
        [`${action}.name`]: name,
        [`${action}.category`]: oneOf(...categories),
        [`${action}.owner`]: oneOf("AWS", "ThirdParty", "Custom"),
        [`${action}.runOrder`]: wholeNumber(1, 999),
        [`${action}.namespace`]: named(1, 100, /^[A-Za-z0-9@\-_]+$/, "letters, digits and @-_ only"),
        [`${action}.timeoutInMinutes`]: wholeNumber(5, 86400),
        [`${action}.roleArn`]: arnOf("iam", "role/"),
        [`${action}.inputArtifacts[]`]: artifact,
        [`${action}.outputArtifacts[]`]: artifact,
        [`${action}.outputArtifactsForComputeActions[].name`]: artifact,
        [`${action}.outputArtifactsForComputeActions[].files`]: items(1, 10),
        [`${action}.commands[]`]: characters(1, 1000),
        triggers: items(0, 50),
        "triggers[].providerType": oneOf("CodeStarSourceConnection"),
        "triggers[].gitConfiguration.pullRequests[].events[]": oneOf("OPEN", "UPDATED", "CLOSED"),
        variables: items(0, 50),
        "variables[].name": named(1, 128, /^[A-Za-z0-9@\-_]+$/, "letters, digits and @-_ only"),
        "variables[].defaultValue": characters(1, 1000),
        "variables[].description": characters(0, 200),
        ...ruleFields(),
      }),
      refuseV2Fields,
      refuseStages,
      refuseActions,
      refuseVariables,
      refuseConditions,
      refuseTriggers,
    ],
    account: [
      unique("PipelineNameInUseException", pipelineType, "pipeline", { key: "name" }),
      assumableBy("InvalidStructureException", "roleArn", "codepipeline.amazonaws.com"),
    ],
  },
};

function ruleFields(): Parameters<typeof fields>[1] {
  const entries = conditions.flatMap((place) => {
    const rule = `stages[].${place}.condition.rules[]`;
    return [
      [`${rule}.name`, name],
      [`${rule}.ruleTypeId.category`, oneOf("Rule")],
      [`${rule}.ruleTypeId.owner`, oneOf("AWS")],
      [`${rule}.ruleTypeId.version`, first(characters(1, 9), matches(/^[0-9A-Za-z_-]+$/, '"1"'))],
      [`${rule}.timeoutInMinutes`, wholeNumber(5, 86400)],
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** The provider's default type is V1, which knows none of these. */
function refuseV2Fields({ inputs }: Call): Refusal[] {
  if (isSet(inputs, "pipelineType") && textAt(inputs, "pipelineType") !== "V1") return [];
  const mode = textAt(inputs, "executionMode");
  const fix = 'is for pipelines of type V2. Set pipelineType to "V2".';
  const used = ["triggers", "variables"].filter((field) => isSet(inputs, field) && listAt(inputs, field)?.length !== 0);
  if (mode === "QUEUED" || mode === "PARALLEL") used.push("executionMode");
  const inStages = recordsAt(inputs, "stages[]").flatMap(({ path, value }) =>
    conditions.filter((place) => isSet(value, place)).map((place) => `${path}.${place}`),
  );
  return [...used, ...inStages].map((field) => refusal("InvalidStructureException", field, `${field} ${fix}`));
}
