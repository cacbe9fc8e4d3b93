import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { isPlainSecret } from "../shared/plainVariables";
import { looksLikeSecretValue } from "../shared/secretLooking";
import { containersOf, variablesOf } from "./containers";
import { plainTexts, secretOptions } from "./plainTexts";
import { daemonTaskDefinitionType, expressServiceType, taskDefinitionType } from "./types";

const fix = "Name the secret in `secrets` of the container by its ARN in `valueFrom`.";
const byOption = "Name the secret in `secretOptions` of the log configuration by its ARN in `valueFrom`.";

export const ecsEnvSecrets: Control = {
  id: "ecs-env-secrets",
  title: "No secrets in container variables",
  description: "ECS containers must not hold credentials in plain-text environment variables.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ securityHub: "ECS.8", controlTower: "CT.ECS.PR.12", cdkNag: "ECS2", trivy: "AWS-0036" }),
  remediationSteps: "Put the value into Secrets Manager and name it in `secrets` of the container by `valueFrom`.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
  reads: {
    [taskDefinitionType]: ["containerDefinitions"],
    [daemonTaskDefinitionType]: ["containerDefinitions"],
    [expressServiceType]: ["primaryContainer"],
  },
  check({ type, props, secrets }, report) {
    let found = false;
    const refuse = (at: string, what: string, detail?: string, how = fix) => {
      found = true;
      report.violation({ at, what, fix: how, ...(detail !== undefined && { detail }) });
    };
    report.each(containersOf(props), (container) => {
      report.each([container], () =>
        report.each(variablesOf(container), (variable) => {
          const name = variable.at("name").string() ?? "";
          const marked = [variable.path, `${variable.path}.value`].some((path) => secrets?.has(path));
          if (!isPlainSecret(name, variable.at("value"), marked)) return;
          refuse(`${variable.path}.value`, `The variable ${name} holds a secret in plain text`, name);
        }),
      );
      report.each([container], () =>
        report.each(container.at("secrets").items(), (secret) => {
          const source = secret.at("valueFrom");
          if (source.isUnknown || !looksLikeSecretValue(source.string() ?? "")) return;
          refuse(source.path, "A secret stands where its ARN belongs");
        }),
      );
      for (const text of plainTexts(container)) refuse(text.path, "The container is given a secret in plain text");
      for (const option of secretOptions(container)) {
        refuse(option.path, "The log driver is given a secret in plain text", undefined, byOption);
      }
    });
    // The engine marks the whole text when the program put a secret into it.
    const whole = type === expressServiceType ? "primaryContainer" : "containerDefinitions";
    if (!found && secrets?.has(whole))
      refuse(whole, "The container definitions hold a value that the program marked as secret");
  },
};
