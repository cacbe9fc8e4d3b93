import type { Node } from "../shared/node";

export const pipelineType = "aws:codepipeline/pipeline:Pipeline";

export interface Action {
  readonly node: Node;
  readonly stage: Node;
  /** Number of the stage. */
  readonly position: number;
}

/** All actions in the order of their stages. */
export function actionsOf(pipeline: Node): Action[] {
  return pipeline
    .at("stages")
    .items()
    .flatMap((stage, position) =>
      stage
        .at("actions")
        .items()
        .map((node) => ({ node, stage, position })),
    );
}

/**
 * The actions that deploy, in the order in which they run. For CodePipeline, projects, commands and functions that deploy
 * are builds and invocations: what tells is their name, or that of their stage when no action in it has one that does.
 */
export function deploymentsOf(pipeline: Node): Action[] {
  const stages = new Map<string, Action[]>();
  for (const action of actionsOf(pipeline)) {
    stages.set(action.stage.path, [...(stages.get(action.stage.path) ?? []), action]);
  }
  return [...stages.values()].flatMap(deploymentsIn).sort((a, b) => a.position - b.position || order(a) - order(b));
}

function deploymentsIn(actions: readonly Action[]): Action[] {
  const running = actions.filter(({ node }) =>
    ["Build", "Compute", "Invoke"].includes(node.at("category").string() ?? ""),
  );
  const explicit = actions.filter(
    (action) => deploysByCategory(action) || (running.includes(action) && saysDeploy(action.node.at("name"))),
  );
  const [first] = actions;
  if (explicit.length > 0 || !first || !saysDeploy(first.stage.at("name"))) return explicit;
  return running.filter(({ node }) => !saysCheck(node.at("name")));
}

function deploysByCategory({ node }: Action): boolean {
  if (node.at("category").string() !== "Deploy") return false;
  // A change set that is only written down changes nothing.
  const configuration = node.at("configuration");
  return !configuration.isKnown || configuration.at("ActionMode").raw !== "CHANGE_SET_REPLACE";
}

const around = /^(pre|post|before|after|un|tests?|smoke|verify|validate|checks?|plan|wait|notify|approv\w*)$/;

/** `DeployTest` deploys to a test environment, `TestDeployment` tests what was deployed. */
function saysDeploy(name: Node): boolean {
  const words = wordsOf(name);
  const at = words.findIndex((word) => /^(re)?deploy/.test(word));
  return at >= 0 && !words.slice(0, at).some((word) => around.test(word));
}

function saysCheck(name: Node): boolean {
  return wordsOf(name).some((word) => around.test(word));
}

/** The words of `ProdDeploy`, `prod-deploy` or `DEPLOY_PROD`, in lower case. */
function wordsOf(name: Node): string[] {
  const text = (name.string() ?? "").replace(/([a-z0-9])([A-Z])/g, "$1 $2");
  return text.toLowerCase().split(/[^a-z0-9]+/);
}

/** Whether a person must agree. */
export function approves({ node }: Action): boolean {
  return node.at("category").string() === "Approval" && node.at("provider").string() === "Manual";
}

/** Whether the first action is over before the second begins. */
export function isBefore(first: Action, second: Action): boolean {
  if (first.position !== second.position) return first.position < second.position;
  return order(first) < order(second);
}

function order({ node }: Action): number {
  return node.at("runOrder").number() ?? 1;
}
