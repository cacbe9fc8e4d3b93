import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { judgeMutability, movingTags } from "./mutability";
import { repositoryType } from "./types";

export const ecrImmutableTags: Control<{ movingTags: string[] }> = {
  id: "ecr-immutable-tags",
  title: "Image tags cannot be moved",
  description: "ECR repositories must have immutable tags, except for agreed tags that move.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "ECR.2",
    controlTower: "CT.ECR.PR.3",
    checkov: "CKV_AWS_51",
    trivy: "AWS-0031",
  }),
  remediationSteps:
    "Set `imageTagMutability` to IMMUTABLE, or to IMMUTABLE_WITH_EXCLUSION with filters for the tags that move by design.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
  reads: { [repositoryType]: ["imageTagMutability", "imageTagMutabilityExclusionFilters.filter"] },
  configSchema: {
    properties: {
      movingTags: {
        type: "array",
        items: { type: "string" },
        default: [...movingTags],
        description: "The tags, or patterns of tags, that a repository may exclude from immutability.",
      },
    },
  },
  check({ props }, report, { config }) {
    judgeMutability(props, config.movingTags, report);
  },
};
