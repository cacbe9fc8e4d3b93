import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";

export const logsRetention: Control<{ minimumDays: number; minimumDaysDev: number }> = {
  id: "logs-retention",
  title: "Logs are kept long enough, and not for ever",
  description: "CloudWatch log groups must set how long they keep logs, long enough for the environment.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "CloudWatch.16",
    controlTower: "CT.CLOUDWATCH.PR.2",
    checkov: "CKV_AWS_66 CKV_AWS_338",
    cdkNag: "CloudWatchLogGroupRetentionPeriod",
  }),
  remediationSteps: "Set `retentionInDays` to the environment's minimum or more.",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
  reads: { "aws:cloudwatch/logGroup:LogGroup": ["retentionInDays", "logGroupClass"] },
  configSchema: {
    properties: {
      minimumDays: {
        type: "integer",
        minimum: 1,
        default: 365,
        description: "The shortest time outside development, in days.",
      },
      minimumDaysDev: {
        type: "integer",
        minimum: 1,
        default: 7,
        description: "The shortest time in development, in days.",
      },
    },
  },
  check({ props }, report, { config, settings }) {
    // AWS keeps what it only delivers elsewhere for two days, whatever is set.
    if (props.at("logGroupClass").string() === "DELIVERY") return;
    const retention = props.at("retentionInDays");
    const minimum = settings.environment.kind === "dev" ? config.minimumDaysDev : config.minimumDays;
    // Absent and 0 keep logs for ever: long enough, but nobody decided it.
    const days = retention.number() ?? 0;
    if (days >= minimum) return;
    report.violation({
      at: retention,
      what: days === 0 ? "The logs are kept for ever" : `The logs are kept for fewer than ${minimum} days`,
      fix: `Set \`retentionInDays\` to ${minimum} or more.`,
    });
  },
};
