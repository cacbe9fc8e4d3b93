import type { Control } from "../shared/control";

export const secretRecovery: Control = {
  id: "secret-recovery",
  title: "Deleted secrets can be restored",
  description: "Secrets of protected environments must keep a recovery window of at least seven days.",
  severity: "medium",
  levels: { dev: "disabled", prod: "mandatory" },
  references: [],
  remediationSteps: "Set `recoveryWindowInDays` to 7 or more, or leave it out: 30 is the default.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html",
  reads: { "aws:secretsmanager/secret:Secret": ["recoveryWindowInDays"] },
  check({ props }, report) {
    const days = props.at("recoveryWindowInDays");
    if ((days.number() ?? 30) < 7) {
      report.violation({
        at: days,
        what: "A deleted secret is gone too soon",
        fix: "Set `recoveryWindowInDays` to 7 or more.",
      });
    }
  },
};
