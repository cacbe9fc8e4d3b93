import type { Control } from "../shared/control";
import { projectType } from "./types";

export const cbVisibility: Control = {
  id: "cb-visibility",
  title: "Builds are not public",
  description: "CodeBuild projects must not show their builds, logs or status to the public.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps: "Set `projectVisibility` to PRIVATE and `badgeEnabled` to false, or remove both.",
  url: "https://docs.aws.amazon.com/codebuild/latest/userguide/public-builds.html",
  reads: { [projectType]: ["projectVisibility", "badgeEnabled"] },
  check({ props }, report) {
    report.each([props.at("projectVisibility")], (visibility) => {
      if (visibility.string() !== "PUBLIC_READ") return;
      report.violation({
        at: visibility,
        what: "Anyone can read the logs and artifacts of builds",
        fix: "Set `projectVisibility` to `PRIVATE`.",
      });
    });
    report.each([props.at("badgeEnabled")], (badge) => {
      if (badge.boolean() !== true) return;
      report.violation({
        at: badge,
        what: "Anyone can read the status of builds through the badge",
        fix: "Set `badgeEnabled` to `false`.",
      });
    });
  },
};
