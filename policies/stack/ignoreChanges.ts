import { codebuildControls } from "../codebuild";
import { codedeployControls } from "../codedeploy";
import { codepipelineControls } from "../codepipeline";
import { ecrControls } from "../ecr";
import { ecsControls } from "../ecs";
import { elbControls } from "../elb";
import { iamControls } from "../iam";
import { kmsControls } from "../kms";
import { networkControls } from "../network";
import { observabilityControls } from "../observability";
import { s3Controls } from "../s3";
import { secretsControls } from "../secrets";
import type { Control } from "../shared/control";
import { listenerRuleTypes } from "../shared/tokens";

/** What a pipeline or ECS itself owns after the first deployment: Pulumi must not take it back. */
const ownedElsewhere: Readonly<Record<string, readonly string[]>> = {
  "aws:ecs/service:Service": ["taskDefinition", "desiredCount"],
  // A parameter that tells what was deployed is written by the pipeline.
  "aws:ssm/parameter:Parameter": ["value", "insecureValue"],
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
    const judged = judgedProperties().get(type);
    if (!judged) return;
    for (const ignored of opts.ignoreChanges) {
      const path = ignored.replace(/\[[^\]]*\]/g, "");
      if (ownedElsewhere[type]?.includes(path) || config.allowed.includes(`${type}#${path}`)) continue;
      const hidden = judged.find((property) => path === "*" || within(property, path) || within(path, property));
      if (hidden !== undefined) {
        report.violation({
          at: ignored,
          what: `\`ignoreChanges\` hides \`${hidden}\`, which the controls judge`,
          fix: `Remove \`${ignored}\` from \`ignoreChanges\`.`,
          detail: ignored,
        });
      }
    }
  },
};

function within(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}

let cache: Map<string, string[]> | undefined;

/** The properties that controls of medium severity and above judge, by type. Low ones (tags, descriptions) may drift. */
function judgedProperties(): Map<string, string[]> {
  if (cache) return cache;
  cache = new Map();
  const lists = [ecrControls, codebuildControls, codepipelineControls, codedeployControls, ecsControls, s3Controls];
  const more = [iamControls, kmsControls, networkControls, elbControls, observabilityControls, secretsControls];
  for (const control of [...lists, ...more].flat().filter(({ severity }) => severity !== "low")) {
    for (const [type, paths] of Object.entries(control.reads)) cache.set(type, [...(cache.get(type) ?? []), ...paths]);
  }
  return cache;
}
