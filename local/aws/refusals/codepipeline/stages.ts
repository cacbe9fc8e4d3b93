import { show } from "../checks";
import type { Call, Refusal } from "../contract";
import { hasUnknown, listAt, numberAt, recordsAt, textAt } from "../paths";
import type { FoundRecord } from "../paths";
import { refusal, when } from "../rules";

const stageCode = "InvalidStageDeclarationException";
const actionCode = "InvalidActionDeclarationException";

/** Order and names: a source stage first, at least two stages, every artifact produced before it is used. */
export function refuseStages({ inputs }: Call): Refusal[] {
  const given = listAt(inputs, "stages");
  const stages = recordsAt(inputs, "stages[]");
  if (given === undefined || stages.length !== given.length) return [];
  return [
    ...when(
      given.length < 2,
      "InvalidStructureException",
      "stages",
      `stages has ${given.length} entries: a pipeline needs at least two stages.`,
    ),
    ...when(
      given.length > 50,
      "LimitExceededException",
      "stages",
      `stages has ${given.length} entries: use at most 50.`,
    ),
    ...repeated(stages, "stage name", stageCode),
    ...stages.flatMap((stage, index) => sourceProblems(stage, index)),
    ...stages.flatMap((stage) => repeated(inside(stage), "action name of this stage", actionCode)),
    ...artifactProblems(stages),
  ];
}

export function inside(stage: FoundRecord): FoundRecord[] {
  return recordsAt(stage.value, "actions[]").map(({ path, value }) => ({ path: `${stage.path}.${path}`, value }));
}

function repeated(named: FoundRecord[], what: string, code: string): Refusal[] {
  const names = named.map(({ value }) => textAt(value, "name"));
  return named.flatMap(({ path }, index) =>
    names[index] !== undefined && names.indexOf(names[index]) !== index
      ? [refusal(code, `${path}.name`, `${path}.name is ${show(names[index])}, as another ${what}: make each unique.`)]
      : [],
  );
}

function sourceProblems(stage: FoundRecord, index: number): Refusal[] {
  const actions = inside(stage);
  const name = textAt(stage.value, "name") ?? "?";
  if (actions.length === 0 && !hasUnknown(stage.value.actions))
    return [
      refusal(stageCode, `${stage.path}.actions`, `${stage.path}.actions is empty: stage ${name} needs an action.`),
    ];
  return actions.flatMap(({ path, value }) => {
    const category = textAt(value, "category");
    if (category === undefined || (category === "Source") === (index === 0)) return [];
    const fix =
      index === 0
        ? "the first stage takes Source actions only. Move it to a later stage"
        : "Source actions belong in the first stage. Move it there";
    return [refusal(stageCode, `${path}.category`, `${path}.category is ${category} in stage ${name}: ${fix}.`)];
  });
}

interface Produced {
  name: string;
  stage: number;
  runOrder: number;
}

function artifactProblems(stages: FoundRecord[]): Refusal[] {
  const actions = stages.flatMap((stage, index) => inside(stage).map((action) => ({ action, stage: index })));
  if (actions.some(({ action }) => hasUnknown(action.value.outputArtifacts))) return [];
  const produced: Produced[] = [];
  const twice: Refusal[] = [];
  for (const { action, stage } of actions) {
    for (const name of outputsOf(action)) {
      if (produced.some((one) => one.name === name)) twice.push(producedTwice(action.path, name));
      produced.push({ name, stage, runOrder: orderOf(action) });
    }
  }
  return [...twice, ...actions.flatMap(({ action, stage }) => inputProblems(action, stage, produced))];
}

function inputProblems(action: FoundRecord, stage: number, produced: Produced[]): Refusal[] {
  const order = orderOf(action);
  const earlier = produced.filter((one) => one.stage < stage || (one.stage === stage && one.runOrder < order));
  const wanted = (listAt(action.value, "inputArtifacts") ?? []).filter((one): one is string => typeof one === "string");
  return wanted
    .filter((name) => !hasUnknown(name) && !earlier.some((one) => one.name === name))
    .map((name) => {
      const known = earlier.map((one) => one.name).join(", ") || "none";
      const at = `${action.path}.inputArtifacts`;
      const message = `${at} has ${show(name)}: no earlier action puts it out. Known here are: ${known}.`;
      return refusal(actionCode, at, message);
    });
}

function producedTwice(path: string, name: string): Refusal {
  const at = `${path}.outputArtifacts`;
  return refusal(
    "InvalidStructureException",
    at,
    `${at} has ${show(name)}, as another action: output names must be unique.`,
  );
}

function outputsOf(action: FoundRecord): string[] {
  const plain = listAt(action.value, "outputArtifacts") ?? [];
  const compute = recordsAt(action.value, "outputArtifactsForComputeActions[]").map(({ value }) => value.name);
  return [...plain, ...compute].filter((one): one is string => typeof one === "string" && !hasUnknown(one));
}

function orderOf(action: FoundRecord): number {
  return numberAt(action.value, "runOrder") ?? 1;
}
