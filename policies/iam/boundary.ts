import type { Control } from "../shared/control";

interface Config {
  readonly required: boolean;
  readonly arn: string;
}

export const iamBoundary: Control<Config> = {
  id: "iam-boundary",
  title: "Roles have a permissions boundary",
  description: "Roles must have the configured permissions boundary.",
  severity: "medium",
  levels: { dev: "disabled", prod: "advisory" },
  references: [],
  remediationSteps: "Set `permissionsBoundary` to the ARN of the boundary policy of your organization.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  reads: { "aws:iam/role:Role": ["permissionsBoundary"] },
  configSchema: {
    properties: {
      required: { type: "boolean", default: false, description: "Whether roles must have a boundary." },
      arn: { type: "string", default: "", description: "The boundary that they must have; empty: any." },
    },
  },
  check({ props }, report, { config }) {
    if (!config.required && config.arn === "") return;
    const boundary = props.at("permissionsBoundary");
    const fix = `Set \`permissionsBoundary\` to ${config.arn === "" ? "the ARN of a boundary policy" : config.arn}.`;
    if (boundary.isAbsent || boundary.raw === "") {
      report.violation({ at: boundary, what: "The role has no permissions boundary", fix });
    } else if (config.arn !== "" && boundary.string() !== config.arn) {
      report.violation({
        at: boundary,
        what: "The role has another permissions boundary than the configured one",
        fix,
      });
    }
  },
};
