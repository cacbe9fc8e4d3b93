import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";

const secretType = "aws:secretsmanager/secret:Secret";
const rotationType = "aws:secretsmanager/secretRotation:SecretRotation";

export const secretRotation: Control<{ maximumDays: number }> = {
  id: "secret-rotation",
  title: "Secrets rotate",
  description: "Secrets Manager secrets must be rotated by AWS, often enough.",
  severity: "medium",
  levels: { dev: "disabled", prod: "advisory" },
  references: elsewhere({
    securityHub: "SecretsManager.1 SecretsManager.4",
    checkov: "CKV_AWS_304 CKV2_AWS_57",
    cdkNag: "SMG4",
  }),
  remediationSteps:
    "Create an `aws.secretsmanager.SecretRotation` for the secret, with `rotationRules` of 90 days or fewer.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
  reads: {
    [secretType]: ["name"],
    [rotationType]: ["secretId", "rotationRules.automaticallyAfterDays", "rotationRules.scheduleExpression"],
  },
  configSchema: {
    properties: {
      maximumDays: {
        type: "integer",
        minimum: 1,
        default: 90,
        description: "The longest time between two rotations, in days.",
      },
    },
  },
  check(resource, report, { config }) {
    if (resource.type !== rotationType) return;
    const days = resource.props.at("rotationRules", "automaticallyAfterDays");
    const schedule = resource.props.at("rotationRules", "scheduleExpression");
    if ((days.number() ?? everyDays(schedule.string())) <= config.maximumDays) return;
    report.violation({
      at: days.isAbsent ? schedule : days,
      what: `The secret rotates less often than every ${config.maximumDays} days`,
      fix: `Set \`rotationRules.automaticallyAfterDays\` to ${config.maximumDays} or fewer.`,
    });
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(secretType), (secret) => {
      if (stack.linked([rotationType], "secretId", secret).length > 0) return;
      const fix = "Create an `aws.secretsmanager.SecretRotation` with this secret as `secretId`.";
      report.violation({ at: "", what: "The secret never rotates", fix });
    });
  },
};

/** The alternative to a number of days: `rate(180 days)`. */
function everyDays(schedule = ""): number {
  return Number(/^rate\((\d+) days?\)$/.exec(schedule.trim())?.[1] ?? 0);
}
