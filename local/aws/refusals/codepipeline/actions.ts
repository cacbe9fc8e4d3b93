import { json, oneOf, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isRecord, isSet, isUnknown, listAt, recordsAt, textAt } from "../paths";
import type { FoundRecord } from "../paths";
import { refusal, when } from "../rules";
import { actionTypes } from "./actionTypes";
import type { ActionType } from "./actionTypes";
import { commandProblems } from "./commands";

const code = "InvalidActionDeclarationException";

/** Provider, artifact counts, configuration and version of every action. */
export function refuseActions({ inputs }: Call): Refusal[] {
  const isV1 = isSet(inputs, "pipelineType") ? textAt(inputs, "pipelineType") === "V1" : true;
  return recordsAt(inputs, "stages[].actions[]").flatMap((action) => actionProblems(action, isV1));
}

function actionProblems(action: FoundRecord, isV1: boolean): Refusal[] {
  const { path, value } = action;
  const category = textAt(value, "category");
  const provider = textAt(value, "provider");
  if (textAt(value, "owner") !== "AWS" || category === undefined || provider === undefined) return [];
  const sameCategory = actionTypes.filter((one) => one.category === category);
  const known = sameCategory.find((one) => one.provider === provider);
  if (known === undefined) {
    const fix = oneOf(...sameCategory.map((one) => one.provider))(provider);
    return [
      refusal(code, `${path}.provider`, `${path}.provider is ${show(provider)} and category is ${category}: ${fix}.`),
    ];
  }
  return [
    ...when(
      isV1 && known.isV2Only === true,
      code,
      `${path}.provider`,
      `${path}.provider is ${provider}: it works in pipelines of type V2 only. Set pipelineType to "V2".`,
    ),
    ...when(
      textAt(value, "version") !== undefined && value.version !== "1",
      code,
      `${path}.version`,
      `${path}.version is ${show(value.version)}: use "1".`,
    ),
    ...artifactCounts(action, known),
    ...configurationProblems(action, known),
    ...commandProblems(action, provider),
  ];
}

function artifactCounts({ path, value }: FoundRecord, known: ActionType): Refusal[] {
  const isCompute = known.category === "Compute";
  return (["inputs", "outputs"] as const).flatMap((side) => {
    const name =
      side === "inputs" ? "inputArtifacts" : isCompute ? "outputArtifactsForComputeActions" : "outputArtifacts";
    if (isUnknown(value[name])) return [];
    const [least, most] = known[side];
    const count = listAt(value, name)?.length ?? 0;
    if (count >= least && count <= most) return [];
    const range = least === most ? `exactly ${least}` : `${least} to ${most}`;
    const message = `${path}.${name} has ${count} artifacts: ${known.category}/${known.provider} takes ${range}.`;
    return [refusal(code, `${path}.${name}`, message)];
  });
}

function configurationProblems({ path, value }: FoundRecord, known: ActionType): Refusal[] {
  if (isUnknown(value.configuration)) return [];
  const configuration = isRecord(value.configuration) ? value.configuration : {};
  const missing = known.required.filter((key) => !isSet(configuration, key));
  const long = Object.entries(configuration).filter(([, one]) => typeof one === "string" && one.length > 1000);
  const variables = textAt(configuration, "EnvironmentVariables");
  const problem = variables === undefined ? undefined : json(variables);
  return [
    ...missing.map((key) =>
      refusal(
        code,
        `${path}.configuration`,
        `${path}.configuration has no ${key}: ${known.category}/${known.provider} needs it.`,
      ),
    ),
    ...long.map(([key, one]) =>
      refusal(
        code,
        `${path}.configuration`,
        `${path}.configuration.${key} has ${String(one).length} characters: use at most 1000.`,
      ),
    ),
    ...when(
      problem !== undefined,
      code,
      `${path}.configuration`,
      `${path}.configuration.EnvironmentVariables is ${show(variables)}: ${problem}.`,
    ),
  ];
}
