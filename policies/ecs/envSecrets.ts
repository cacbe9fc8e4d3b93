import type { Control } from "../shared/control";
import { isPlainSecret } from "../shared/plainVariables";
import { looksLikeSecretValue } from "../shared/secretLooking";
import { containersOf } from "./containers";
import { taskDefinitionType } from "./types";

export const ecsEnvSecrets: Control = {
  id: "ecs-env-secrets",
  title: "No secrets in container variables",
  description: "ECS containers must not hold credentials in plain-text environment variables.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: ["Security Hub ECS.8", "Control Tower CT.ECS.PR.12", "cdk-nag ECS2", "trivy AWS-0036"],
  remediationSteps: "Put the value into Secrets Manager and name it in `secrets` of the container by `valueFrom`.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
  reads: { [taskDefinitionType]: ["containerDefinitions"] },
  check({ props, secrets }, report) {
    const fix = "Name the secret in `secrets` of the container by its ARN in `valueFrom`.";
    let found = false;
    const refuse = (at: string, what: string, detail?: string) => {
      found = true;
      report.violation({ at, what, fix, ...(detail !== undefined && { detail }) });
    };
    report.each(containersOf(props), (container) => {
      report.each(container.at("environment").items(), (variable) => {
        const name = variable.at("name").string() ?? "";
        if (!isPlainSecret(name, variable.at("value"), false)) return;
        refuse(`${variable.path}.value`, `The variable ${name} holds a secret in plain text`, name);
      });
      report.each(container.at("secrets").items(), (secret) => {
        const source = secret.at("valueFrom");
        if (source.isUnknown || !looksLikeSecretValue(source.string() ?? "")) return;
        refuse(source.path, "A secret stands where its ARN belongs");
      });
    });
    // The engine marks the whole text when the program put a secret into it.
    if (!found && secrets?.has("containerDefinitions")) {
      refuse("containerDefinitions", "The container definitions hold a value that the program marked as secret");
    }
  },
};
