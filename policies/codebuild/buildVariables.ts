import { actionsOf } from "../codepipeline/stages";
import type { Reporter } from "../shared/control";
import { Malformed } from "../shared/malformed";
import type { Node } from "../shared/node";
import { isPlainSecret } from "../shared/plainVariables";
import { looksLikeSecretValue } from "../shared/secretLooking";

export const fix = "Set `type` to `SECRETS_MANAGER` and `value` to the name of the secret.";

/** Judges one variable of a build. `marked` when the program marked its value as secret. */
export function judgeVariable(variable: Node, report: Reporter, marked = false): boolean {
  // Absent means PLAINTEXT.
  if ((variable.at("type").string() ?? "PLAINTEXT") !== "PLAINTEXT") return false;
  const name = variable.at("name").string() ?? "";
  if (!isPlainSecret(name, variable.at("value"), marked)) return false;
  const what = `The variable ${name} holds a secret in plain text`;
  report.violation({ at: `${variable.path}.value`, what, fix, detail: name });
  return true;
}

export function judgeBuildspec(buildspec: Node, report: Reporter): void {
  // One that is not known yet is made of outputs, and a secret among its commands is known only by its form.
  if (!buildspec.isKnown || !looksLikeSecretValue(buildspec.string() ?? "")) return;
  report.violation({ at: buildspec.path, what: "The buildspec holds a secret in plain text", fix });
}

/** Judges what a pipeline's actions lay over the variables of a project: a JSON text in the action's configuration. */
export function judgeOverrides(pipeline: Node, report: Reporter): void {
  const actions = actionsOf(pipeline).map(({ node }) => node);
  report.each(actions, (action) => {
    if (action.at("provider").string() !== "CodeBuild") return;
    const variables = action.at("configuration", "EnvironmentVariables");
    if (!variables.isAbsent) report.each(listIn(variables), (variable) => void judgeVariable(variable, report));
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
