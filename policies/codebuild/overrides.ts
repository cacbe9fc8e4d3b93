import { actionsOf } from "../codepipeline/stages";
import type { Reporter } from "../shared/control";
import { Malformed } from "../shared/malformed";
import type { Node } from "../shared/node";

/** The variables that a pipeline's actions lay over those of a build project: a JSON text in the action's configuration. */
export function judgeOverrides(
  pipeline: Node,
  report: Reporter,
  judge: (variable: Node, report: Reporter) => void,
): void {
  const actions = actionsOf(pipeline).map(({ node }) => node);
  report.each(actions, (action) => {
    if (action.at("provider").string() !== "CodeBuild") return;
    const variables = action.at("configuration", "EnvironmentVariables");
    if (variables.isAbsent) return;
    report.each(listIn(variables), (variable) => judge(variable, report));
  });
}

function listIn(text: Node): Node[] {
  try {
    return text.json().items();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Malformed(text.path, "`EnvironmentVariables` is no JSON text");
  }
}
