import type { Control, Reporter } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { Node } from "../shared/node";
import { isPlainSecret } from "../shared/plainVariables";
import { looksLikeSecretValue } from "../shared/secretLooking";
import { pipelineType } from "../codepipeline/stages";
import { sourcesOf } from "./hosting";
import { judgeOverrides } from "./overrides";
import { projectType } from "./types";

const fix = "Set `type` to `SECRETS_MANAGER` and `value` to the name of the secret.";

export const cbEnvCreds: Control = {
  id: "cb-env-creds",
  title: "No secrets in build variables",
  description: "CodeBuild projects must not hold credentials in plain-text environment variables.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "CodeBuild.2",
    controlTower: "CT.CODEBUILD.PR.2",
    cdkNag: "CodeBuildProjectEnvVarAwsCred",
  }),
  remediationSteps:
    "Give the variable the type SECRETS_MANAGER or PARAMETER_STORE and the secret's name as value. For AWS credentials use the project's role.",
  url: "https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html",
  reads: {
    [projectType]: [
      "environment.environmentVariables.name",
      "environment.environmentVariables.type",
      "environment.environmentVariables.value",
      "source.buildspec",
      "secondarySources.buildspec",
    ],
    [pipelineType]: ["stages.actions.provider", "stages.actions.configuration"],
  },
  check({ type, props, secrets }, report) {
    if (type === pipelineType) {
      judgeOverrides(props, report, judgeVariable);
      return;
    }
    report.each(sourcesOf(props), (source) => judgeBuildspec(source.at("buildspec"), report));
    const variables = props.at("environment", "environmentVariables");
    let found = false;
    report.each(variables.items(), (variable) => {
      const marked = [variable.path, `${variable.path}.value`].some((path) => secrets?.has(path));
      found = judgeVariable(variable, report, marked) || found;
    });
    // The engine marks the whole list when the program computed it from a secret.
    if (!found && ["environment", variables.path].some((path) => secrets?.has(path))) {
      const what = "The variables hold a value that the program marked as secret";
      report.violation({ at: variables.path, what, fix });
    }
  },
};

function judgeVariable(variable: Node, report: Reporter, marked = false): boolean {
  // Absent means PLAINTEXT.
  if ((variable.at("type").string() ?? "PLAINTEXT") !== "PLAINTEXT") return false;
  const name = variable.at("name").string() ?? "";
  if (!isPlainSecret(name, variable.at("value"), marked)) return false;
  const what = `The variable ${name} holds a secret in plain text`;
  report.violation({ at: `${variable.path}.value`, what, fix, detail: name });
  return true;
}

function judgeBuildspec(buildspec: Node, report: Reporter): void {
  // One that is not known yet is made of outputs, and a secret among its commands is known only by its form.
  if (!buildspec.isKnown || !looksLikeSecretValue(buildspec.string() ?? "")) return;
  report.violation({ at: buildspec.path, what: "The buildspec holds a secret in plain text", fix });
}
