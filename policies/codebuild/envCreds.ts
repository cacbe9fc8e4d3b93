import { pipelineType } from "../codepipeline/stages";
import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { fix, judgeBuildspec, judgeOverrides, judgeVariable } from "./buildVariables";
import { sourcesOf } from "./hosting";
import { projectType } from "./types";

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
      judgeOverrides(props, report);
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
