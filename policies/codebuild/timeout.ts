import type { Control } from "../shared/control";
import { projectType } from "./types";

export const cbTimeout: Control<{ buildMinutes: number; queuedMinutes: number }> = {
  id: "cb-timeout",
  title: "Builds end in time",
  description: "CodeBuild projects must limit how long a build runs and waits.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps: "Set `buildTimeout` and `queuedTimeout` to no more than the configured minutes.",
  url: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Project.html",
  reads: { [projectType]: ["buildTimeout", "queuedTimeout", "environment.type"] },
  configSchema: {
    properties: {
      buildMinutes: { type: "integer", minimum: 5, default: 120, description: "The longest time a build may run." },
      queuedMinutes: { type: "integer", minimum: 5, default: 240, description: "The longest time a build may wait." },
    },
  },
  check({ props }, report, { config }) {
    // Lambda compute takes neither.
    if (/LAMBDA/.test(props.at("environment", "type").string() ?? "")) return;
    // Absent, AWS takes one hour for the build and eight hours for the queue.
    const limits = [
      ["buildTimeout", 60, config.buildMinutes, "A build may run for too long"],
      ["queuedTimeout", 480, config.queuedMinutes, "A build may wait for too long"],
    ] as const;
    for (const [property, absent, most, what] of limits) {
      report.each([props.at(property)], (node) => {
        if ((node.number() ?? absent) <= most) return;
        report.violation({ at: node, what, fix: `Set \`${property}\` to ${most} minutes or less.` });
      });
    }
  },
};
