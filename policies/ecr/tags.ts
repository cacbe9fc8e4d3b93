import type { Context, Control } from "../shared/control";
import type { Resource } from "../shared/resource";
import { tagNames } from "../shared/tagging";
import { repositoryType } from "./types";

interface Config {
  required: string[];
  values: Record<string, string>;
}

export const ecrTags: Control<Config> = {
  id: "ecr-tags",
  title: "Repositories carry tags",
  description: "ECR repositories must carry tags, and among them those that are configured.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps: "Set `tags` on the repository, or `defaultTags` on the provider.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-using-tags.html",
  reads: { [repositoryType]: ["tags"] },
  configSchema: {
    properties: {
      required: {
        type: "array",
        items: { type: "string" },
        default: [],
        description: "The tags that every repository must have. Case does not matter.",
      },
      values: {
        type: "object",
        additionalProperties: { type: "string" },
        default: {},
        description: "Values for missing tags, used when this control remediates.",
      },
    },
  },
  check(resource, report, { config }) {
    const names = tagNames(resource);
    const missing = missingTags(resource, config);
    if (names.size > 0 && missing.length === 0) return;
    report.violation({
      at: resource.props.at("tags").path,
      what: missing.length > 0 ? `The repository lacks tags: ${missing.join(", ")}` : "The repository has no tags",
      fix: "Set `tags` on the repository or `defaultTags` on the provider.",
    });
  },
  remediate(resource, { config }: Context<Config>) {
    const wanted = tagNames(resource).size === 0 ? Object.keys(config.values) : missingTags(resource, config);
    const added = wanted.filter((name) => config.values[name] !== undefined);
    if (added.length === 0) return undefined;
    const values = Object.fromEntries(added.map((name) => [name, config.values[name]]));
    return { tags: { ...(resource.props.at("tags").value() as object | undefined), ...values } };
  },
};

function missingTags(resource: Resource, { required }: Config): string[] {
  const names = tagNames(resource);
  return required.filter((name) => !names.has(name.toLowerCase()));
}
