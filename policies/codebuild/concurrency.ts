import type { Control } from "../shared/control";
import { projectType } from "./types";

export const cbConcurrency: Control = {
  id: "cb-concurrency",
  title: "Builds of a project are limited",
  description: "CodeBuild projects should limit how many of their builds run at once.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps: "Set `concurrentBuildLimit`.",
  url: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Project.html",
  reads: { [projectType]: ["concurrentBuildLimit"] },
  check({ props }, report) {
    const limit = props.at("concurrentBuildLimit");
    if ((limit.number() ?? 0) < 1) {
      report.violation({
        at: limit,
        what: "One project can take all of the account's builds",
        fix: "Set `concurrentBuildLimit` to 1 or more.",
      });
    }
  },
};
