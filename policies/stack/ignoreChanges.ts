import type { Control } from "../shared/control";
import { listenerRuleTypes } from "../shared/tokens";
import { judgedBelow, plainPath } from "./judgedProperties";

/** What a pipeline or ECS itself owns after the first deployment: Pulumi must not take it back. */
const ownedElsewhere: Readonly<Record<string, readonly string[]>> = {
  "aws:ecs/service:Service": ["taskDefinition", "desiredCount"],
  // A parameter that tells what was deployed is written by the pipeline.
  "aws:ssm/parameter:Parameter": ["value", "insecureValue"],
  // Rotation writes the later versions of a secret.
  "aws:secretsmanager/secretVersion:SecretVersion": ["secretString", "secretBinary"],
  ...Object.fromEntries(listenerRuleTypes.map((type) => [type, ["actions"]])),
};

export const pulumiIgnoreChanges: Control<{ allowed: string[] }> = {
  id: "pulumi-ignore-changes",
  title: "No judged property is ignored",
  description: "The resource option `ignoreChanges` must not name a property that a control judges.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Remove the property from `ignoreChanges`: an ignored property keeps its old value, whatever the program says. If another system owns it, list it under `allowed`.",
  url: "https://www.pulumi.com/docs/iac/concepts/options/ignorechanges/",
  reads: { "*": [] },
  configSchema: {
    properties: {
      allowed: {
        type: "array",
        items: { type: "string" },
        default: [],
        description: "Properties that another system owns, as `<type token>#<property>`.",
      },
    },
  },
  check({ type, opts }, report, { config }) {
    for (const ignored of opts.ignoreChanges) {
      const path = plainPath(ignored);
      if (ownedElsewhere[type]?.includes(path) || config.allowed.includes(`${type}#${path}`)) continue;
      const hidden = judgedBelow(type, path);
      if (hidden === undefined) continue;
      report.violation({
        at: ignored,
        what: `\`ignoreChanges\` hides \`${hidden}\`, which the controls judge`,
        fix: `Remove \`${ignored}\` from \`ignoreChanges\`.`,
        detail: ignored,
      });
    }
  },
};
