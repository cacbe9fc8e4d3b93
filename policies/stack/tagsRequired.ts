import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { missingTags } from "./agreedTags";
import type { AgreedTags } from "./agreedTags";
import { taggableTypes } from "./taggableTypes";

export const tagsRequired: Control<AgreedTags> = {
  id: "tags-required",
  title: "Resources carry the agreed tags",
  description: "Resources must carry the tags that say who owns them, where they belong and who pays.",
  severity: "low",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub:
      "EC2.39 EC2.40 EC2.41 EC2.42 EC2.43 EC2.44 EC2.46 EC2.48 ECS.13 ECS.14 ECS.15 EventBridge.2 SecretsManager.5 SNS.3 SQS.2",
  }),
  remediationSteps: "Set the tags once as `defaultTags` of the provider, or on the resource.",
  url: "https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html",
  reads: Object.fromEntries(taggableTypes.map((type) => [type, ["tags"]])),
  configSchema: {
    properties: {
      required: {
        type: "array",
        items: { type: "string" },
        default: ["owner", "env|environment", "cost|cost-center|costCenter"],
        description:
          "The tags that must be there. `|` separates spellings of which one is enough; case does not matter.",
      },
      values: {
        type: "object",
        additionalProperties: { type: "string" },
        default: {},
        description: "Values for missing tags, used when this control remediates.",
      },
    },
  },
  check(resource, report, context) {
    const missing = missingTags(resource, context.config).map((spellings) => `\`${spellings.split("|")[0]}\``);
    if (missing.length === 0) return;
    const names = new Intl.ListFormat("en").format(missing);
    report.violation({
      at: "tags",
      what: missing.length === 1 ? `The tag ${names} is missing` : `The tags ${names} are missing`,
      fix: `Add ${names} to the \`defaultTags\` of the provider or to \`tags\`.`,
    });
  },
  remediate(resource, context) {
    const { values } = context.config;
    const added = missingTags(resource, context.config).flatMap((spellings) => {
      const name = spellings.split("|").find((spelling) => values[spelling] !== undefined);
      return name === undefined ? [] : [[name, values[name]]];
    });
    if (added.length === 0) return undefined;
    return { tags: { ...(resource.props.at("tags").value() as object | undefined), ...Object.fromEntries(added) } };
  },
};
