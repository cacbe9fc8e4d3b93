import type { Control } from "../shared/control";

interface Config {
  readonly maxSeconds: number;
}

export const iamSession: Control<Config> = {
  id: "iam-session",
  title: "Short role sessions",
  description: "Sessions of roles must not last longer than configured.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps: "Set `maxSessionDuration` to what one run of the work needs; the default of AWS is one hour.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html",
  reads: { "aws:iam/role:Role": ["maxSessionDuration"] },
  configSchema: {
    properties: {
      maxSeconds: {
        type: "integer",
        minimum: 3600,
        maximum: 43200,
        default: 3600,
        description: "Longest session, in seconds.",
      },
    },
  },
  check({ props }, report, { config }) {
    const duration = props.at("maxSessionDuration");
    // Absent means one hour.
    if ((duration.number() ?? 3600) <= config.maxSeconds) return;
    report.violation({
      at: duration,
      what: `Sessions of the role may last longer than ${config.maxSeconds} seconds`,
      fix: `Set \`maxSessionDuration\` to ${config.maxSeconds} or less.`,
    });
  },
};
