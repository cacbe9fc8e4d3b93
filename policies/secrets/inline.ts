import type { Control } from "../shared/control";

export const secretInline: Control = {
  id: "secret-inline",
  title: "No secret in plain text in the program",
  description: "Secret versions must not hold a value that stands in plain text in the program.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Use `secretStringWo` with `secretStringWoVersion`: it never reaches the state. Otherwise take the value from a secret configuration key or a generated password.",
  url: "https://www.pulumi.com/docs/iac/concepts/secrets/",
  reads: { "aws:secretsmanager/secretVersion:SecretVersion": ["secretString", "secretBinary"] },
  check({ props, secrets }, report) {
    for (const property of ["secretString", "secretBinary"] as const) {
      const value = props.at(property);
      // What the engine marked as secret came from a secret configuration key or a generated value; what is not known
      // in preview is an output of another resource. Only the rest stands in the program.
      if (value.isAbsent || value.isUnknown || secrets === undefined || secrets.has(property)) continue;
      report.violation({
        at: property,
        what: "The secret's value stands in plain text in the program",
        fix: "Use `secretStringWo`, or wrap the value with `config.requireSecret`.",
      });
    }
  },
};
