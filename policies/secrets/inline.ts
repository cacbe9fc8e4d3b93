import type { Control } from "../shared/control";

const versionType = "aws:secretsmanager/secretVersion:SecretVersion";
const properties = ["secretString", "secretBinary"] as const;
const what = "The secret's value stands in plain text in the program";
const fix = "Use `secretStringWo`, or take the value with `config.requireSecret`.";

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
  reads: { [versionType]: properties },
  check({ props, secrets }, report) {
    for (const property of properties) {
      const value = props.at(property);
      // What is not known in preview is an output of another resource.
      if (value.isAbsent || value.isUnknown || secrets === undefined || secrets.has(property)) continue;
      report.violation({ at: property, what, fix });
    }
  },
  checkStack(stack, report, { settings }) {
    // The SDK marks every value as secret, plain text, too: what no resource and no configuration gives is the program's.
    const { isConfigured } = settings;
    if (!isConfigured) return;
    report.eachResource(stack.ofType(versionType), ({ props, secrets, propertyDependencies }) => {
      for (const property of properties.filter((name) => secrets?.has(name))) {
        const value = props.at(property);
        // An empty list stands for what is read, such as the outputs of another stack.
        if (value.isAbsent || value.isUnknown || property in propertyDependencies) continue;
        const text = value.string() ?? "";
        const forms = property === "secretBinary" ? [text, Buffer.from(text, "base64").toString()] : [text];
        if (!forms.some(isConfigured)) report.violation({ at: property, what, fix });
      }
    });
  },
};
