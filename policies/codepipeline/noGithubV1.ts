import type { Control } from "../shared/control";
import { pipelineType } from "./stages";

const fix = "Use owner `AWS`, provider `CodeStarSourceConnection` and `ConnectionArn` in `configuration`.";

export const cpNoGithubV1: Control = {
  id: "cp-no-github-v1",
  title: "Sources hold no token",
  description: "Pipelines must take sources through a connection, not through GitHub's first version with a token.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps: "Replace the action by one of provider CodeStarSourceConnection and revoke the token.",
  url: "https://docs.aws.amazon.com/codepipeline/latest/userguide/update-github-action-connections.html",
  reads: {
    [pipelineType]: ["stages.actions.owner", "stages.actions.provider", "stages.actions.configuration"],
  },
  check({ props }, report) {
    const stages = props.at("stages").items();
    report.each(stages, (stage) =>
      report.each(stage.at("actions").items(), (action) => {
        const token = action.at("configuration", "OAuthToken");
        if (action.at("configuration").isKnown && !token.isAbsent) {
          report.violation({ at: token.path, what: "The pipeline holds a token of GitHub", fix });
          return;
        }
        const owner = action.at("owner");
        if (owner.string() !== "ThirdParty" || action.at("provider").string() !== "GitHub") return;
        report.violation({ at: action.at("provider"), what: "The source is reached with a token of GitHub", fix });
      }),
    );
  },
};
