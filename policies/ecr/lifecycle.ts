import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { judgeLifecycle } from "./lifecycleRules";
import { retention } from "./retention";
import { lifecyclePolicyType, repositoryType } from "./types";

const tagList = (tags: readonly string[], description: string) => ({
  type: "array" as const,
  items: { type: "string" as const },
  default: [...tags],
  description,
});

export const ecrLifecycle: Control<{ runningTags: string[]; releaseTags: string[]; minimumKept: number }> = {
  id: "ecr-lifecycle",
  title: "Old images expire, deployed images never",
  description:
    "ECR repositories must have a lifecycle policy that expires untagged images and cannot expire a running or rollback image.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ securityHub: "ECR.3", controlTower: "CT.ECR.PR.1" }),
  remediationSteps:
    "Create an `aws.ecr.LifecyclePolicy` with a rule for untagged images, and rules by count for the tags of deployed images.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html",
  reads: { [repositoryType]: [], [lifecyclePolicyType]: ["policy", "repository"] },
  configSchema: {
    properties: {
      runningTags: tagList(retention.runningTags, "Tags of what an environment runs and what it ran before."),
      releaseTags: tagList(retention.releaseTags, "Tags of images that may be deployed."),
      minimumKept: {
        type: "integer",
        minimum: 2,
        default: retention.minimumKept,
        description: "The fewest images that a rule on such tags must keep.",
      },
    },
  },
  check({ type, props }, report, { config }) {
    if (type === lifecyclePolicyType) judgeLifecycle(props.at("policy"), config, report);
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(repositoryType), (repository) => {
      if (stack.linked([lifecyclePolicyType], "repository", repository).length > 0) return;
      report.violation({
        at: "",
        what: "The repository has no lifecycle policy: its images pile up for ever",
        fix: "Create an `aws.ecr.LifecyclePolicy` whose `repository` is this one.",
      });
    });
  },
};
